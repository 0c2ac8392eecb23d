using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.StandAlone;
using MagHopfield.VirtualBoard.Circuit;
using MagHopfield.VirtualBoard.StandAlone;

namespace MagHopfield.VirtualBoard.Tests.StandAlone;

public sealed class VirtualDemoTests
{
    // Four times distorted and recalled, for each of 7 patterns and 6 letters.
    private static readonly string EveryPattern = string.Concat(Enumerable.Repeat("p t dr dr dr dr\n", 13));

    [Fact]
    public void A_session_of_key_presses_without_a_film_says_so_and_recalls_every_pattern_and_letter()
    {
        using VirtualDemo demo = Demo(FixedConductors.None(4));
        Assert.False(demo.UsesFilm);
        Assert.StartsWith("NO FILM, OJA MODEL", demo.Panel.Text, StringComparison.Ordinal);
        Play(demo, EveryPattern);
        Assert.Equal(52, demo.Recalls);
        Assert.Equal(52, demo.RightRecalls);
        Assert.DoesNotContain("WRONG", demo.Panel.Said);
        Assert.Equal(52, demo.Panel.Said.Count(text => text == "DISTORTED"));
        Assert.Empty(demo.Board.Pulses);
        EverythingIsOpen(demo);
    }

    [Fact]
    public void A_session_of_key_presses_with_a_film_trains_the_film_and_recalls_every_pattern()
    {
        using VirtualDemo demo = Demo(OjaFilm.Niu2024());
        Assert.True(demo.UsesFilm);
        Assert.Equal("FILM", demo.Panel.Text);
        Play(demo, string.Concat(Enumerable.Repeat("p t dr dr dr dr\n", 7)));
        Assert.True(demo.UsesFilm, string.Join(" | ", demo.Panel.Said));
        Assert.Equal(28, demo.Recalls);
        Assert.Equal(28, demo.RightRecalls);

        // Seven span the reference, then one a pattern.
        Assert.Equal(14, demo.Board.Pulses.Count);
        EverythingIsOpen(demo);
    }

    [Fact]
    public void The_screen_shows_the_nodes_and_a_letter_beside_them()
    {
        using VirtualDemo demo = Demo(FixedConductors.None(4));
        Play(demo, "pppppp pp");
        Assert.Equal("LETTER H", demo.Panel.Text);
        IReadOnlyList<string> drawn = demo.Panel.Draw();
        Assert.Equal(7, drawn.Count);
        Assert.All(drawn, line => Assert.Equal(drawn[0].Length, line.Length));
        Assert.Equal(17, string.Concat(drawn.Select(line => line[^9..])).Count(c => c == '●'));
        Assert.EndsWith("● ● ● ● ●", drawn[3], StringComparison.Ordinal);
        Assert.Equal(
            demo.Panel.Nodes!.ToString().Count(c => c == '+'), string.Concat(drawn.Select(line => line[..3])).Count(c => c == '●'));

        // The LEDs of the board show the same: the letter on the left, the last nodes on the right.
        Assert.Equal(
            drawn.Select(line => line[^9..].Replace(" ", "", StringComparison.Ordinal)),
            demo.Board.Panel.Draw().Take(7).Select(line => line[..5]));
        Assert.Equal(0, demo.Board.Panel.Leds.BadPulses);
    }

    [Fact]
    public void A_script_has_keys_and_remarks_and_a_mistake_in_it_is_named()
    {
        Assert.Equal(
            [DemoButton.Pattern, DemoButton.Train, DemoButton.Distort, DemoButton.Recall],
            DemoKey.Script("P t # one pattern: x\r\n dr\n", "test"));
        Assert.StartsWith(
            "test, line 2, column 2: 'x' is no key",
            Assert.Throws<ArgumentException>(() => DemoKey.Script("p\n x", "test")).Message,
            StringComparison.Ordinal);
    }

    private static VirtualDemo Demo(IMagneticDevice film) =>
        new(film, new BoardParameters { Seed = 1 }, new InstrumentSettings(), new DemoPanel(film.NodeCount), 3);

    private static void Play(VirtualDemo demo, string keys)
    {
        foreach (DemoButton button in DemoKey.Script(keys, "test"))
            demo.Press(button);
    }

    private static void EverythingIsOpen(VirtualDemo demo)
    {
        Assert.False(demo.Board.ProbePathClosed);
        Assert.False(demo.Board.PulsePathClosed);
        Assert.Empty(demo.Board.Hazards);
    }
}
