using MagHopfield.Instrument.Display;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.StandAlone;
using MagHopfield.Shared;

namespace MagHopfield.VirtualBoard.StandAlone;

/// <summary>
/// What the demo shows, for a terminal: the LEDs of the nodes, a panel of 5×7 beside them, and the line of text. All of it goes to the
/// board's own panel too.
/// </summary>
public sealed class DemoPanel : IDemoScreen
{
    private const int MostLines = 1000;
    private const char Lit = '●';
    private const char Dark = '·';
    private const string Gap = "      ";
    private readonly int _side;
    private readonly List<string> _said = [];
    private ILetterPanel? _panel;

    /// <summary>A dark screen.</summary>
    /// <param name="nodeCount">Nodes of the film, a square number.</param>
    public DemoPanel(int nodeCount) => _side = (int)Math.Round(Math.Sqrt(nodeCount));

    /// <inheritdoc/>
    public bool HasPanel => true;

    /// <summary>Nodes that are shown, or null before the first.</summary>
    public Pattern? Nodes { get; private set; }

    /// <summary>Picture of 5×7 pixels that is shown, or null before the first.</summary>
    public Pattern? Picture { get; private set; }

    /// <summary>The last 1000 lines that were said, oldest first.</summary>
    public IReadOnlyList<string> Said => _said;

    /// <summary>The line of text; empty before the first.</summary>
    public string Text => _said.Count == 0 ? "" : _said[^1];

    /// <summary>Connects the board's panel.</summary>
    /// <param name="panel">Panel.</param>
    public void Connect(ILetterPanel panel) => _panel = panel;

    /// <inheritdoc/>
    public void ShowNodes(Pattern pattern)
    {
        Nodes = pattern;
        _panel?.Show(pattern);
    }

    /// <inheritdoc/>
    public void ShowPicture(Pattern picture)
    {
        Picture = picture;
        _panel?.Show(picture);
    }

    /// <inheritdoc/>
    public void Say(string text)
    {
        if (_said.Count == MostLines)
            _said.RemoveAt(0);

        _said.Add(text);
    }

    /// <summary>The screen as seven lines: LEDs on the left, panel on the right.</summary>
    public IReadOnlyList<string> Draw()
    {
        int nodeWidth = (2 * _side) - 1;
        return [.. Enumerable.Range(0, Glyphs.Rows).Select(row =>
            (row < _side ? Row(Nodes, row, _side) : new string(' ', nodeWidth)) + Gap + Row(Picture, row, Glyphs.Columns))];
    }

    private static string Row(Pattern? pattern, int row, int columns) =>
        string.Join(' ', Enumerable.Range(0, columns).Select(c => pattern is not null && pattern[(row * columns) + c] > 0 ? Lit : Dark));
}
