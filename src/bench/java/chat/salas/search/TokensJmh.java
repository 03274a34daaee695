package chat.salas.search;

import chat.salas.vault.SearchKeyForJmh;
import chat.salas.vault.SearchIndexKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A message of 200 bytes on its way into the index. */
@State(Scope.Thread)
public class TokensJmh {
    private static final String TEXT = ("The migration ran clean on staging, forty-one tables and no lock over two"
                    + " hundred milliseconds; tomorrow at nine we do the same on the other side, so keep an eye on"
                    + " the dashboards and say so here if odd.")
            .substring(0, 200);

    private final SearchIndexKey key = SearchKeyForJmh.make();
    private final Tokens known = new Tokens();
    private long sum;

    @Benchmark
    public long fold() {
        return FoldedText.of(TEXT).size();
    }

    @Benchmark
    public long tokensKnown() {
        Grams.of(FoldedText.of(TEXT), gram -> sum += known.of(gram, key));
        return sum;
    }

    @Benchmark
    public long tokensFresh() {
        Grams.of(FoldedText.of(TEXT), gram -> sum += key.token(Grams.letters(gram)));
        return sum;
    }

    @Benchmark
    public Object draftRunOf64() {
        Draft draft = new Draft(gram -> known.of(gram, key));
        for (int i = 0; i < 64; i++) {
            draft.add(i, TEXT);
        }
        return draft.lists().parts(Level.SMALL);
    }
}
