package chat.salas.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.salas.web.DraftJson;
import chat.salas.web.SealedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestParserTest {
    @Test
    void readsEveryTypeOfFrame() {
        assertThat(parse("{'type':'join','ref':'1','room':'ops','after':41}"))
                .isEqualTo(new Request.Join("1", "ops", 41L));
        assertThat(parse("{'room':'ops','type':'join'}")).isEqualTo(new Request.Join(null, "ops", null));
        assertThat(parse("{'type':'leave','ref':'2','room':'ops'}")).isEqualTo(new Request.Leave("2", "ops"));
        assertThat(parse("{'type':'send_message','ref':'3','room':'ops','id':'x','text':'hi','replyTo':7}"))
                .isEqualTo(new Request.Send("3", "ops", new DraftJson("x", "hi", null, 7L)));
        assertThat(parse("{'type':'typing','room':'ops'}")).isEqualTo(new Request.Typing(null, "ops"));
        assertThat(parse("{'type':'read','room':'ops','seq':45}")).isEqualTo(new Request.Read(null, "ops", 45));
        assertThat(parse("{'type':'ping','ref':'9'}")).isEqualTo(new Request.Ping("9"));
    }

    @Test
    void readsWhatABrowserSealed() {
        String frame = "{'type':'send_message','room':'x','sealed':{'epoch':3,'nonce':'bg==','ciphertext':'Yw=='}}";
        assertThat(parse(frame))
                .isEqualTo(new Request.Send(
                        null, "x", new DraftJson(null, null, new SealedJson(3, "bg==", "Yw=="), null)));
        assertThat(complaint("{'type':'send_message','room':'x','sealed':{'epoch':3,'nonce':7,'ciphertext':'Yw=='}}"))
                .startsWith("sealed: ");
        assertThat(complaint("{'type':'send_message','room':'x','sealed':{'epoch':3}}"))
                .startsWith("sealed: ");
    }

    @Test
    void takesNullAsNotGiven() {
        assertThat(parse("{'type':'join','ref':null,'room':'ops','after':null}"))
                .isEqualTo(new Request.Join(null, "ops", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "hello",
                "null",
                "7",
                "[]",
                "[{'type':'ping'}]",
                "{",
                "{'type':'ping'",
                "{'type':'ping'}{}",
                "{'type':'ping'} x",
                "{type:'ping'}",
                "{'type':NaN}"
            })
    void refusesWhatIsNotOneObject(String frame) {
        assertThat(complaint(frame)).isEqualTo("A frame must be one JSON object");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                    | type: missing
            {'type':null}                                         | type: missing
            {'type':7}                                            | type: expected: string
            {'type':'dance'}                                      | type: unknown: dance
            {'type':'PING'}                                       | type: unknown: PING
            {'type':'ping','room':'ops'}                          | room: not a field of ping
            {'type':'ping','colour':'red'}                        | colour: unknown field
            {'type':'ping','ref':9}                               | ref: expected: string
            {'type':'ping','ref':''}                              | ref: expected: 1..64 visible characters
            {'type':'join'}                                       | room: missing
            {'type':'join','room':''}                             | room: expected: a slug
            {'type':'join','room':['ops']}                        | room: expected: string
            {'type':'join','room':'a','room':'b'}                 | room: given twice
            {'type':'join','room':'a','after':-1}                 | after: value: -1 (expected: at least 0)
            {'type':'join','room':'a','after':1.5}                | after: expected: integer
            {'type':'join','room':'a','after':'1'}                | after: expected: integer
            {'type':'read','room':'a'}                            | seq: missing
            {'type':'send_message','room':'a','replyTo':0}        | replyTo: value: 0 (expected: at least 1)
            """)
    void namesTheFieldThatIsWrong(String frame, String complaint) {
        assertThat(complaint(frame)).isEqualTo(complaint);
    }

    @Test
    void refusesNumbersAndDepthsThatGoTooFar() {
        assertThat(complaint("{'type':'join','room':'a','after':99999999999999999999}"))
                .isNotEmpty();
        assertThat(complaint("{'type':'ping','x':" + "[".repeat(1000) + "]".repeat(1000) + "}"))
                .isNotEmpty();
        assertThat(complaint("{'" + "n".repeat(60_000) + "':1}")).hasSizeLessThan(100);
    }

    @Test
    void repeatsTheRefOfAFrameThatItRefuses() {
        assertThat(parse("{'ref':'5','type':'dance'}").ref()).isEqualTo("5");
        assertThat(parse("{'colour':'red','ref':'6','type':'ping'}").ref()).isEqualTo("6");
        assertThat(parse("{'ref':'7','type':").ref()).isEqualTo("7");
    }

    @Test
    void neverRepeatsARefThatCannotBeWritten() {
        assertThat(parse("{'type':'ping','ref':'\\ud800'}").ref()).isNull();
        assertThat(parse("{'type':'ping','ref':'\\u0000'}").ref()).isNull();
        assertThat(parse("{'type':'ping','ref':'" + "r".repeat(65) + "'}").ref())
                .isNull();
        assertThat(complaint("{'type':'\\ud800'}")).isEqualTo("type: unknown: ?");
    }

    private static Request parse(String frame) {
        return RequestParser.parse(frame.replace('\'', '"'));
    }

    private static String complaint(String frame) {
        Request request = parse(frame);
        assertThat(request).isInstanceOf(Request.Unreadable.class);
        assertThat(((Request.Unreadable) request).problem().status()).isEqualTo(400);
        return ((Request.Unreadable) request).problem().detail();
    }
}
