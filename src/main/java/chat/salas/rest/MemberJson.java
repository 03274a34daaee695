package chat.salas.rest;

import chat.salas.room.Member;
import chat.salas.room.Role;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** One member of a room. */
@Serdeable
record MemberJson(String userId, String displayName, Role role, Instant joinedAt, boolean online) {
    static MemberJson of(Member member) {
        return new MemberJson(
                Long.toString(member.accountId()),
                member.displayName(),
                member.role(),
                member.joinedAt(),
                member.online());
    }
}
