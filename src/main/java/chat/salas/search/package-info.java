/**
 * The index of what is said: which messages may have certain words, without a word on disk. Uses kernel, database and vault;
 * knows texts and numbers, not messages: {@code message} feeds it and looks at every hit before it is shown.
 *
 * <p>A token is the HMAC of a run of one to three folded letters, so that a part of a word and 上海 inside a sentence are found;
 * a whole word is a look at its runs. One row for each token and message was tried on paper and dropped: a message has more
 * than a hundred, each another page of the tree, ten times the work of sending it; and rows that are equal can be counted, which
 * gives the letters away. So tokens are kept in parts: a part covers an aligned run of messages (1,024, later merged to 16,384)
 * and one shard of the tokens (of 16, later 256), 10 KB or so, and is sealed as a whole. A message costs 0.1 to 0.2 KB and some
 * ten microseconds; a token of a room of a million messages is 61 parts.
 *
 * <p>What is not indexed yet (the last 1,023 messages of a room, or more while the indexer is behind) is searched by reading it,
 * so nothing is ever missing. Changed messages are noted in the transaction that changes them ({@code search_todo}) and are read
 * too until the parts are put right. Parts are only ever replaced inside one transaction, so each search sees each run once.
 */
@NullMarked
package chat.salas.search;

import org.jspecify.annotations.NullMarked;
