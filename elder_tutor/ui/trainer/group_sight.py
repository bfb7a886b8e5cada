"""What the group's page shows, read at once in the store's own thread."""

from __future__ import annotations

from dataclasses import dataclass

from elder_tutor.progress.groups import Group, Groups
from elder_tutor.progress.store import Store
from elder_tutor.reports.tables import GroupTable
from elder_tutor.ui.trainer.desk import Desk


@dataclass(frozen=True, slots=True)
class GroupSight:
    """The matrix, the groups, and who is in the one that is shown (None: everybody)."""

    table: GroupTable
    groups: tuple[Group, ...]
    members: frozenset[str] | None

    @property
    def chosen(self) -> frozenset[str]:
        """Answer the ids of all who are shown before anything is narrowed."""
        return self.members if self.members is not None else frozenset(r.learner.id for r in self.table.rows)


def sight_of(desk: Desk, store: Store, group: str) -> GroupSight:
    """Answer the page's value for a group's id, or "" for everybody; a group that is gone is everybody."""
    groups = Groups(store)
    made = groups.all()
    here = any(one.id == group for one in made)
    return GroupSight(desk.group_of(store), made, frozenset(groups.members(group)) if here else None)
