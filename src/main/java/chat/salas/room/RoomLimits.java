package chat.salas.room;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How far the rooms of this instance may grow; {@code salas.rooms.*}.
 *
 * @param perAccount rooms that one account may be in
 * @param members members that one room may have
 * @param invites invites that one room may have open at once
 * @param requests access requests that one room may have open at once
 * @param requestsAnHour access requests that one account may make in an hour; 0 = no limit
 * @param mailsAnHour invites that one account may have mailed in an hour; 0 = no limit
 * @param maxUploadBytes the most that a room may allow for one file
 * @param rememberedMembers how many members (a room counting as a hundred more) are kept in memory for checking rights;
 *     about nine bytes each
 */
@ConfigurationProperties("salas.rooms")
record RoomLimits(
        @Bindable(defaultValue = "1000") int perAccount,
        @Bindable(defaultValue = "20000") int members,
        @Bindable(defaultValue = "1000") int invites,
        @Bindable(defaultValue = "1000") int requests,
        @Bindable(defaultValue = "20") int requestsAnHour,
        @Bindable(defaultValue = "60") int mailsAnHour,
        @Bindable(defaultValue = "1073741824") long maxUploadBytes,
        @Bindable(defaultValue = "2000000") int rememberedMembers) {}
