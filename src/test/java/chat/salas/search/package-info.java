@NullMarked
package chat.salas.search;

import org.jspecify.annotations.NullMarked;
