using MagHopfield.Instrument.Display;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.StandAlone;
using MagHopfield.Instrument.Tests.Fakes;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.Tests.StandAlone;

public class StandAloneDemoTests
{
    [Fact]
    public void A_session_by_key_presses_without_a_film_recalls_every_pattern_and_letter()
    {
        FakeBoard board = new();
        board.Circuit.Film = new ConductanceMatrix(4);
        Screen screen = new(true);
        StandAloneDemo demo = new(new HopfieldInstrument(board.Hardware, new InstrumentSettings()), screen, 3);
        Assert.False(demo.UsesFilm);
        Assert.StartsWith("NO FILM, OJA MODEL", screen.Text, StringComparison.Ordinal);
        int right = 0;
        for (int choice = 0; choice < 7 + Glyphs.Letters.Length; choice++)
        {
            demo.Press(DemoButton.Pattern);
            demo.Press(DemoButton.Recall);
            Assert.Equal("TRAIN FIRST", screen.Text);
            demo.Press(DemoButton.Train);
            for (int turn = 0; turn < 4; turn++)
            {
                demo.Press(DemoButton.Distort);
                Assert.NotEqual(demo.Trained!.ToString(), demo.Shown!.ToString());
                demo.Press(DemoButton.Recall);
                Assert.Equal("RIGHT", screen.Text);
                Assert.True(demo.Shown!.SameUpToSign(demo.Trained!));
                Assert.Equal(choice < 7 ? screen.Nodes!.ToString() : screen.Picture!.ToString(), demo.Shown.ToString());
                right++;
            }
        }

        Assert.Equal(4 * 13, right);
        Assert.True(board.EverythingOpen);
        Assert.Empty(board.Pulses);
    }

    [Fact]
    public void With_a_film_the_buttons_train_the_film_and_leave_it_open()
    {
        FakeBoard board = new();
        Screen screen = new(false);
        StandAloneDemo demo = new(new HopfieldInstrument(board.Hardware, new InstrumentSettings()), screen, 3);
        Assert.True(demo.UsesFilm);
        Assert.Equal("FILM", screen.Text);
        demo.Press(DemoButton.Train);
        Assert.Equal("CHOOSE A PATTERN", screen.Text);
        demo.Press(DemoButton.Pattern);
        demo.Press(DemoButton.Train);
        Assert.Equal("TRAINED", screen.Text);

        // Seven for the reference, and the one that was chosen.
        Assert.Equal(8, board.Pulses.Count);
        double[] signs = [.. Enumerable.Range(0, 4).Select(i => 5.0 * demo.Trained![i])];
        Assert.All(Enumerable.Range(0, 4), i => Assert.InRange(board.Pulses[^1][i], signs[i] - 1e-3, signs[i] + 1e-3));
        Assert.True(board.EverythingOpen);
        for (int i = 0; i < 7; i++)
            demo.Press(DemoButton.Pattern);

        Assert.Equal("PATTERN 1", screen.Text);
    }

    [Fact]
    public void A_film_that_is_lost_is_told_and_the_model_goes_on()
    {
        FakeBoard board = new();
        Screen screen = new(false);
        StandAloneDemo demo = new(new HopfieldInstrument(board.Hardware, new InstrumentSettings()), screen, 3);
        board.Circuit.Film = new ConductanceMatrix(4);
        demo.Press(DemoButton.Pattern);
        demo.Press(DemoButton.Train);
        Assert.False(demo.UsesFilm);
        Assert.Contains(screen.Lines, line => line.StartsWith("FILM LOST", StringComparison.Ordinal));
        demo.Press(DemoButton.Distort);
        demo.Press(DemoButton.Recall);
        Assert.Equal("RIGHT", screen.Text);
        Assert.True(board.EverythingOpen);
    }

    [Fact]
    public void Buttons_are_debounced_and_a_long_press_of_pattern_distorts()
    {
        ButtonReader reader = new();
        List<DemoButton> pressed = [];
        for (int ms = 0; ms < 3000; ms++)
        {
            bool pattern = ms is (> 100 and < 200) or (> 500 and < 1300);
            bool train = ms is > 1500 and < 1600 && (ms > 1510 || ms % 2 == 0);
            bool recall = ms is > 2000 and < 2010;
            if (reader.TryRead(ms, pattern, train, recall, out DemoButton button))
                pressed.Add(button);
        }

        Assert.Equal([DemoButton.Pattern, DemoButton.Distort, DemoButton.Train], pressed);
    }

    private sealed class Screen(bool hasPanel) : IDemoScreen
    {
        public bool HasPanel => hasPanel;

        public Pattern? Nodes { get; private set; }

        public Pattern? Picture { get; private set; }

        public List<string> Lines { get; } = [];

        public string Text => Lines[^1];

        public void ShowNodes(Pattern pattern) => Nodes = pattern;

        public void ShowPicture(Pattern picture) => Picture = picture;

        public void Say(string text) => Lines.Add(text);
    }
}
