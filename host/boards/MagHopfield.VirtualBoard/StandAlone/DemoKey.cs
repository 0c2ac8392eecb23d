using MagHopfield.Instrument.StandAlone;

namespace MagHopfield.VirtualBoard.StandAlone;

/// <summary>Keys that stand for the buttons of the demo, and scripts of them.</summary>
public static class DemoKey
{
    /// <summary>The keys with what they do, for the user.</summary>
    public const string Help = "p pattern, t train, d distort (a long press of pattern), r recall";

    /// <summary>The button of a key.</summary>
    /// <param name="key">Key in either case.</param>
    /// <param name="button">The button.</param>
    /// <returns>Whether it is one of p t d r.</returns>
    public static bool TryParse(char key, out DemoButton button)
    {
        (bool known, button) = char.ToLowerInvariant(key) switch
        {
            'p' => (true, DemoButton.Pattern),
            't' => (true, DemoButton.Train),
            'd' => (true, DemoButton.Distort),
            'r' => (true, DemoButton.Recall),
            _ => (false, default),
        };
        return known;
    }

    /// <summary>Reads a script: keys with white space between where wanted; from # to the end of a line is a remark.</summary>
    /// <param name="text">Script.</param>
    /// <param name="source">Its name for error messages.</param>
    /// <exception cref="ArgumentException">There is another character in it; the message names line and column.</exception>
    public static IReadOnlyList<DemoButton> Script(string text, string source)
    {
        List<DemoButton> buttons = [];
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int line = 0; line < lines.Length; line++)
        {
            string keys = lines[line].Split('#')[0];
            for (int column = 0; column < keys.Length; column++)
            {
                if (char.IsWhiteSpace(keys[column]))
                    continue;

                buttons.Add(TryParse(keys[column], out DemoButton button)
                    ? button
                    : throw new ArgumentException(
                        $"{source}, line {line + 1}, column {column + 1}: '{keys[column]}' is no key; the keys are {Help}."));
            }
        }

        return buttons;
    }
}
