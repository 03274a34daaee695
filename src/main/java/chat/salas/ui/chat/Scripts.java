package chat.salas.ui.chat;

import com.vaadin.flow.dom.Element;

/**
 * The few expressions for which Flow has no call of its own: moving the focus between messages without a round trip, clearing
 * the composer at the moment of sending, and what the browser alone can do.
 */
final class Scripts {
    private static final String WALK = """
            this.addEventListener('keydown', e => {
              if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest('vaadin-popover')) return;
              const all = [...this.querySelectorAll('.msg[data-seq]')], at = all.indexOf(e.target.closest('.msg'));
              const to = {j: at + 1, ArrowDown: at + 1, k: at - 1, ArrowUp: at - 1}[e.key];
              if (to === undefined) return;
              e.preventDefault();
              (at < 0 ? all.at(-1) : all[to])?.focus();
            });""";

    private static final String SUBMIT = """
            const send = () => {
              const text = this.value;
              if (!text.trim() || this.hasAttribute('blocked')) return;
              this.value = '';
              this.dispatchEvent(new CustomEvent('say', {detail: text}));
            };
            this.addEventListener('keydown', e => {
              if (e.key !== 'Enter' || e.shiftKey || e.isComposing || e.keyCode === 229) return;
              e.preventDefault();
              send();
            });
            $0.addEventListener('click', send);""";

    private static final String GIVE_BACK = "this.value = this.value ? $0 + '\\n' + this.value : $0;";

    private static final String COPY = """
            this.addEventListener('click', () => {
              const text = new URL($0, document.baseURI).href;
              if (navigator.clipboard) { navigator.clipboard.writeText(text); return; }
              const field = document.createElement('textarea');
              field.value = text;
              this.append(field);
              field.select();
              document.execCommand('copy');
              field.remove();
            });""";

    private Scripts() {}

    /** Sets a field's text also where the server does not know yet what is in it. */
    static void setValue(Element field, String text) {
        field.executeJs("this.value = $0;", text);
    }

    /** J, K and the arrows go from message to message while the focus is in the log. */
    static void walk(Element log) {
        log.executeJs(WALK);
    }

    /**
     * Enter and the button send a {@code say} event with the text and empty the field at once, so that typing on loses
     * nothing; never while an input method composes.
     */
    static void submit(Element field, Element button) {
        field.executeJs(SUBMIT, button);
    }

    /** Puts text before what is in the field by now. */
    static void giveBack(Element field, String text) {
        field.executeJs(GIVE_BACK, text);
    }

    /** A click copies the address; also where the page came over plain HTTP. */
    static void copyOnClick(Element button, String path) {
        button.executeJs(COPY, path);
    }
}
