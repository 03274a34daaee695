@NullMarked
package chat.salas.ui.chat;

import org.jspecify.annotations.NullMarked;
