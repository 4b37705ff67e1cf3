"""What is due as an iCalendar file, for Outlook, Google and every other calendar.

Whole days with no time of day, which nobody's free time is reckoned by. An entry is known again by
its id, so a newer file moves what has moved instead of adding it twice.
"""

from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from icalendar import Alarm, Calendar, Event

from ap_audit.model.clean import clean
from ap_audit.model.wording import capital
from ap_audit.report.due import KINDS, DueReport
from ap_audit.report.due_items import Item, Kind
from ap_audit.report.wording import sentences
from ap_audit.version import VERSION

_AUDITED = (Kind.ACTION, Kind.AUDIT, Kind.EVIDENCE, Kind.RECORD, Kind.BOOKED)
"""What comes from an audit that can be shown."""
_DAY = timedelta(days=1)
_ALARMS = (timedelta(days=-7, hours=9), timedelta(hours=9))
"""At nine in the morning, a week before and on the day."""


def calendar_file(items: tuple[Item, ...], report: DueReport, today: date) -> str:
    """The calendar; same items on the same day, same bytes."""
    calendar = Calendar()
    calendar.add("prodid", f"-//ap-audit {VERSION}//due//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{clean(report.school)}: alternative provision")
    stamp = datetime.combine(today, time(), UTC)
    for item in items:
        calendar.add_component(_event(item, stamp))
    return bytes(calendar.to_ical()).decode()


def uid(item: Item) -> str:
    """The id of an entry: of what it is about, never of its day."""
    whole = f"{item.kind.value}\n{item.about}\n{item.key}"
    return f"{item.kind.value}-{sha256(whole.encode()).hexdigest()[:24]}@ap-audit"


def _event(item: Item, stamp: datetime) -> Event:
    event = Event()
    summary = clean(f"{item.name}: {item.what}")
    event.add("uid", uid(item))
    event.add("dtstamp", stamp)
    event.add("dtstart", item.on)
    event.add("dtend", item.on + _DAY)
    event.add("summary", summary)
    event.add("description", clean(_description(item)))
    event.add("categories", ["ap-audit", KINDS[item.kind]])
    event.add("transp", "TRANSPARENT")
    for trigger in _ALARMS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", trigger)
        event.add_component(alarm)
    return event


def _description(item: Item) -> str:
    see = f"See it: ap-audit show {item.about}" if item.kind in _AUDITED else ""
    who = f"Who: {item.owner}" if item.owner else ""
    return sentences((capital(KINDS[item.kind]), who, see))
