"""Every kind of file, by the word that its format begins with."""

from msgspec import Struct

from ap_audit.model.audit import AnswersFile, Audit
from ap_audit.model.checklist import Checklist
from ap_audit.model.contact import LoggedContact
from ap_audit.model.glossary import Glossary
from ap_audit.model.overlay import Overlay
from ap_audit.model.placement import Placement
from ap_audit.model.provider import Provider
from ap_audit.model.source import SourceRegister
from ap_audit.model.workspace import Settings

KINDS: dict[str, type[Struct]] = {
    "checklist": Checklist,
    "overlay": Overlay,
    "audit": Audit,
    "answers": AnswersFile,
    "provider": Provider,
    "placement": Placement,
    "contact": LoggedContact,
    "sources": SourceRegister,
    "glossary": Glossary,
    "workspace": Settings,
}
