/**
 * What every list of the administration is made of: a grid whose rows are fetched as one scrolls, sorted and filtered where
 * they lie ({@link chat.salas.ui.grid.RowGrid}), the panel around it with search, selection bar, keys and empty states
 * ({@link chat.salas.ui.grid.GridPanel}), the one question before something is done ({@link chat.salas.ui.grid.Confirm}), and
 * what came of it ({@link chat.salas.ui.grid.Outcome}). Knows no room and no account; used by {@code ui.settings} and
 * {@code ui.admin}.
 *
 * <p>On a narrow screen a grid keeps its first column alone, which then says the other facts in a second line: eight columns
 * in 360 px would have to be scrolled sideways. Columns are taken away on the server, as a grid's cells are no business of CSS.
 *
 * <p>What surprised us: the checkbox that selects all asks the data provider for everything without a limit, so the limit is
 * {@link chat.salas.ui.grid.RowGrid#MOST_SELECTED}; and a grid tells of a click on a cell but not of the space bar there, which
 * is why the panel hears the keys itself.
 */
@NullMarked
package chat.salas.ui.grid;

import org.jspecify.annotations.NullMarked;
