package chat.salas.room;

import chat.salas.audit.AuditAction;
import chat.salas.audit.AuditDetail;
import chat.salas.room.RoomEvents.MemberLeft;
import chat.salas.room.RoomEvents.MemberMuted;
import chat.salas.room.RoomEvents.MyAccessChanged;
import chat.salas.room.RoomEvents.MyRoomsChanged;
import chat.salas.room.RoomEvents.RoleChanged;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is done to members; who is none, or not ruled by the actor, is skipped. */
sealed interface Measures extends Measure {
    void carryOut(Sitting sitting, Roster.Entry member);

    @Override
    default Act right() {
        return Act.RULE_MEMBER;
    }

    @Override
    default void over(Sitting sitting, long accountId, Roster.@Nullable Entry member) {
        if (member == null) {
            sitting.notMember(accountId);
        } else if (sitting.rules(member)) {
            carryOut(sitting, member);
        }
    }

    /** May come back by the next invite. */
    record Remove(AuditDetail detail) implements Measures {
        @Override
        public void carryOut(Sitting sitting, Roster.Entry member) {
            part(sitting, member.accountId());
            sitting.done(member.accountId(), AuditAction.MEMBER_REMOVED, detail);
            sitting.tell(member.accountId(), new MemberLeft(sitting.roomId(), member.accountId(), true, false));
            sitting.tell(new MyRoomsChanged(member.accountId()));
        }

        static void part(Sitting sitting, long accountId) {
            sitting.store().memberships().part(sitting.roomId(), accountId, sitting.now());
        }
    }

    record Mute(Instant until) implements Measures {
        @Override
        public void carryOut(Sitting sitting, Roster.Entry member) {
            MembershipRepository memberships = sitting.store().memberships();
            memberships.forgetPartedMute(sitting.roomId(), member.accountId());
            memberships.mute(sitting.roomId(), member.accountId(), until.toEpochMilli());
            AuditDetail detail = AuditDetail.of("until", until.toString());
            sitting.done(member.accountId(), AuditAction.MEMBER_MUTED, detail);
            sitting.tell(member.accountId(), new MemberMuted(sitting.roomId(), member.accountId(), until));
        }
    }

    record Unmute() implements Measures {
        @Override
        public void carryOut(Sitting sitting, Roster.Entry member) {
            Long until = member.mutedUntil();
            lift(sitting, member);
            if (until == null || until <= sitting.now()) {
                sitting.unchanged(member.accountId());
            } else {
                sitting.done(member.accountId(), AuditAction.MEMBER_UNMUTED, AuditDetail.NONE);
            }
        }

        /** Also of who will be owner. */
        static void lift(Sitting sitting, Roster.Entry member) {
            MembershipRepository memberships = sitting.store().memberships();
            memberships.forgetPartedMute(sitting.roomId(), member.accountId());
            if (member.mutedUntil() != null) {
                memberships.mute(sitting.roomId(), member.accountId(), null);
                sitting.tell(member.accountId(), new MemberMuted(sitting.roomId(), member.accountId(), null));
            }
        }
    }

    /** Never to or from owner. */
    record ChangeRole(Role role) implements Measures {
        @Override
        public Act right() {
            return Act.OWN;
        }

        @Override
        public void carryOut(Sitting sitting, Roster.Entry member) {
            if (member.role() == role) {
                sitting.unchanged(member.accountId());
                return;
            }
            set(sitting, member.accountId(), role);
            AuditDetail detail = AuditDetail.of("oldRole", member.role().name()).and("newRole", role.name());
            sitting.done(member.accountId(), AuditAction.ROLE_CHANGED, detail);
        }

        static void set(Sitting sitting, long accountId, Role role) {
            int changed = sitting.store().memberships().setRole(sitting.roomId(), accountId, role);
            if (changed != 1) {
                throw new IllegalStateException("a member's row is gone inside the transaction that has read it");
            }
            sitting.tell(accountId, new RoleChanged(sitting.roomId(), accountId, role));
        }
    }

    /** Out, and not in again for a while or for good; also for somebody who just left. */
    record Ban(Map<Long, BanRow> rows, AuditDetail detail) implements Measures {
        @Override
        public void over(Sitting sitting, long accountId, Roster.@Nullable Entry member) {
            if (member == null && !sitting.store().bans().accountExists(accountId)) {
                sitting.notMember(accountId);
            } else if (member == null) {
                put(sitting, accountId);
                sitting.tell(new MyAccessChanged(accountId, sitting.roomId()));
            } else if (sitting.rules(member)) {
                carryOut(sitting, member);
            }
        }

        @Override
        public void carryOut(Sitting sitting, Roster.Entry member) {
            Remove.part(sitting, member.accountId());
            put(sitting, member.accountId());
            sitting.tell(member.accountId(), new MemberLeft(sitting.roomId(), member.accountId(), true, true));
            sitting.tell(new MyRoomsChanged(member.accountId()));
        }

        private void put(Sitting sitting, long accountId) {
            BanRow row = Objects.requireNonNull(rows.get(accountId));
            sitting.store().bans().forget(sitting.roomId(), accountId);
            sitting.store().bans().save(row);
            if (sitting.store().bans().forgetRequest(sitting.roomId(), accountId) > 0) {
                sitting.requestGone();
            }
            sitting.done(accountId, AuditAction.MEMBER_BANNED, detail);
        }
    }

    record Lift() implements Measure {
        @Override
        public Act right() {
            return Act.ADMINISTER;
        }

        @Override
        public void over(Sitting sitting, long accountId, Roster.@Nullable Entry member) {
            if (sitting.store().bans().lift(sitting.roomId(), accountId, sitting.now()) == 0) {
                sitting.notBanned(accountId);
            } else {
                sitting.done(accountId, AuditAction.BAN_LIFTED, AuditDetail.NONE);
                sitting.tell(new MyAccessChanged(accountId, sitting.roomId()));
            }
        }
    }
}
