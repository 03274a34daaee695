package chat.salas.ui.chat;

import com.vaadin.flow.dom.Element;
import java.time.Duration;

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

    /** At its very end a scroller stays there; while there is more to load it must stay where the reader is instead. */
    private static final String LINGER = """
            this.addEventListener('scroll', () => {
              if (this.scrollTop === 0 && this.hasAttribute('unfinished')) this.scrollTop = -1;
            });""";

    /** Messages stand in the order of their numbers, in a section for each day; a section without messages goes. */
    private static final String DRAW = """
            const start = this.querySelector('.log-start'), outbox = this.querySelector('.outbox');
            const items = new Map(), names = {};
            const section = day => {
              const all = [...this.querySelectorAll(':scope > .day')], found = all.find(each => each.day === day);
              if (found) return found;
              const made = document.createElement('section');
              made.className = 'day';
              made.day = day;
              made.append(document.createElement('h2'), document.createElement('ol'));
              made.firstChild.textContent = names[day];
              this.insertBefore(made, all.find(each => each.day > day) ?? outbox);
              return made;
            };
            const put = (seq, day, html) => {
              let item = items.get(seq);
              if (!item) {
                item = document.createElement('li');
                item.seq = seq;
                items.set(seq, item);
                const list = section(day).lastChild;
                let before = list.lastChild;
                while (before && before.seq > seq) before = before.previousSibling;
                list.insertBefore(item, before ? before.nextSibling : list.firstChild);
              }
              item.innerHTML = html;
            };
            this.draw = news => {
              Object.assign(names, news.names);
              for (const seq of news.drop ?? []) {
                items.get(seq)?.remove();
                items.delete(seq);
              }
              for (const message of news.put ?? []) put(...message);
              for (const each of this.querySelectorAll(':scope > .day')) {
                if (!each.lastChild.firstChild) each.remove();
                else if (each.firstChild.textContent !== names[each.day]) each.firstChild.textContent = names[each.day];
              }
              if (news.start !== undefined) start.innerHTML = news.start;
              if (news.out !== undefined) outbox.innerHTML = news.out;
            };""";

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

    private static final String END = "this.scrollTop = 0;";

    private static final String REVEAL = """
            const m = this.querySelector('#m' + $0);
            if (!m) return;
            m.classList.remove('found');
            requestAnimationFrame(() => {
              m.scrollIntoView({block: 'center'});
              m.focus({preventScroll: true});
              m.classList.add('found');
            });""";

    private static final String FOCUS = "this.querySelector('#m' + $0)?.focus({preventScroll: true});";

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

    private static final String AFTER = "return new Promise(done => setTimeout(() => done(true), $0));";
    private static final int LONGEST_WAIT = 3_600_000;

    private Scripts() {}

    /** Runs the task in the page after this time, at most an hour; a page that is closed by then forgets it. */
    static void after(Element element, Duration wait, Runnable task) {
        int millis = (int) Math.clamp(wait.toMillis(), 100, LONGEST_WAIT);
        element.executeJs(AFTER, millis).then(done -> task.run());
    }

    /**
     * Has the page tell that it shows what it was sent. Flow keeps its last answer to each page in case it is asked for again:
     * the first one is 100 KB and more, so it is worth to let a small one follow.
     */
    static void shown(Element element) {
        element.executeJs("return true;").then(told -> {});
    }

    /** Sets a field's text also where the server does not know yet what is in it. */
    static void setValue(Element field, String text) {
        field.executeJs("this.value = $0;", text);
    }

    /** Keeps a scroller that is marked {@code unfinished} off its very end. */
    static void linger(Element scroller) {
        scroller.executeJs(LINGER);
    }

    /** Gives the element a function {@code draw} that takes in {@link LogNews}. */
    static void draw(Element log) {
        log.executeJs(DRAW);
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

    static void toEnd(Element scroller) {
        scroller.executeJs(END);
    }

    /** Into the middle of the view, focused and marked for a moment. */
    static void reveal(Element log, long seq) {
        log.executeJs(REVEAL, Long.toString(seq));
    }

    static void focus(Element log, long seq) {
        log.executeJs(FOCUS, Long.toString(seq));
    }

    /** A click copies the address; also where the page came over plain HTTP. */
    static void copyOnClick(Element button, String path) {
        button.executeJs(COPY, path);
    }
}
