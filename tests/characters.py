"""Characters to draw from: any at all, for what must hold whatever somebody writes, or ASCII.

By default Hypothesis draws from any, too, but looks through all of them first, for two seconds.
"""

from hypothesis import strategies as st

ANY_CHARACTER = st.characters(exclude_categories=["Cs"])
ASCII = st.characters(max_codepoint=127)
