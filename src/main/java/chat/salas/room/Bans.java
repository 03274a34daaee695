package chat.salas.room;

import chat.salas.audit.AuditDetail;
import chat.salas.kernel.Ids;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who is kept out of a room. A ban ends by itself when its time has come. */
@Singleton
public final class Bans {
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Bench bench;
    private final Store store;
    private final Reasons reasons;
    private final Ids ids;

    Bans(Bench bench, Store store, Reasons reasons, Ids ids) {
        this.bench = bench;
        this.store = store;
        this.reasons = reasons;
        this.ids = ids;
    }

    /**
     * Puts people out and keeps them out, also those who left just before; bans those who are banned already anew.
     *
     * @param accounts 1..10,000
     * @param reason at most 500 characters; null or blank for none
     * @param until null: until it is lifted; at most a hundred years from now
     * @throws chat.salas.kernel.Problem 403 for who is no admin, 422 for what is out of bounds
     */
    public Tally ban(Membership admin, Collection<Long> accounts, @Nullable String reason, @Nullable Instant until) {
        admin.require(Act.RULE_MEMBER);
        List<Long> each = bench.bounded(accounts);
        String words = Reasons.checked(reason);
        Long endsAt =
                until == null ? null : Term.of(until, bench.now(), LONGEST).toEpochMilli();
        Map<Long, BanRow> rows = rows(admin, each, words, endsAt);
        Measures.Ban measure = new Measures.Ban(rows, detail(words, endsAt));
        return bench.sit(admin, each.size(), sitting -> {
            store.bans().forgetEnded(sitting.roomId(), sitting.now());
            sitting.over(each, measure);
        });
    }

    private Map<Long, BanRow> rows(
            Membership admin, List<Long> accounts, @Nullable String reason, @Nullable Long endsAt) {
        long room = admin.room().id();
        long by = admin.actor().id();
        Map<Long, BanRow> rows = new HashMap<>();
        for (long account : accounts) {
            BanRow bare = new BanRow(ids.next(), room, account, bench.now(), endsAt, by, null, null);
            rows.put(account, reasons.seal(bare, reason));
        }
        return rows;
    }

    private static AuditDetail detail(@Nullable String reason, @Nullable Long endsAt) {
        AuditDetail detail = AuditDetail.NONE;
        if (endsAt != null) {
            detail = detail.and("until", Instant.ofEpochMilli(endsAt).toString());
        }
        return reason == null ? detail : detail.and("reason", reason);
    }

    /** Who is banned now, newest first. */
    public List<Ban> list(Membership admin) {
        admin.require(Act.ADMINISTER);
        long room = admin.room().id();
        return store.bans().of(room, bench.now()).stream()
                .map(row -> ban(row, reasons.open(room, row)))
                .toList();
    }

    private static Ban ban(BanRepository.Named row, @Nullable String reason) {
        Long endsAt = row.endsAt();
        return new Ban(
                row.accountId(),
                row.displayName(),
                row.bannedBy(),
                Objects.requireNonNullElse(row.bannedByName(), ""),
                Instant.ofEpochMilli(row.createdAt()),
                endsAt == null ? null : Instant.ofEpochMilli(endsAt),
                reason);
    }

    /** Lets people come in again by the next invite or request. */
    public Tally lift(Membership admin, Collection<Long> accounts) {
        return bench.sit(admin, accounts, new Measures.Lift());
    }
}
