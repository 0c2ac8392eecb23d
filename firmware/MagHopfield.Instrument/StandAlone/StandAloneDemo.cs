using System;
using MagHopfield.Instrument.Display;
using MagHopfield.Instrument.Ports;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.StandAlone;

/// <summary>
/// The demo without a computer, a machine of four buttons: choose a pattern, train it, distort it, recall it. The film's patterns are
/// shown on its LEDs, and on a panel the number of the pattern; after them come letters, of a model of 35 nodes. Without a film it says so
/// and uses the Oja model (Niu et al., PNAS 2024, eq. 2).
/// </summary>
public sealed class StandAloneDemo
{
    private const int LetterFlips = 5;

    private readonly IDemoScreen _screen;
    private readonly int _nodes;
    private readonly int _patterns;
    private readonly IDemoNetwork _spare;
    private readonly IDemoNetwork _letters = new ModelNetwork(Glyphs.Columns, Glyphs.Rows);
    private readonly Random _random;
    private IDemoNetwork _network;
    private int _chosen = -1;
    private int _turned = -1;
    private Pattern? _trained;

    /// <summary>A demo; it looks for a film and says what it has found.</summary>
    /// <param name="instrument">Instrument of a square of nodes, as 2×2.</param>
    /// <param name="screen">LEDs, panel and text.</param>
    /// <param name="seed">Seed of what is turned in letters.</param>
    /// <exception cref="ArgumentException">The nodes are no square of 2×2 to 4×4.</exception>
    public StandAloneDemo(HopfieldInstrument instrument, IDemoScreen screen, int seed)
    {
        int side = (int)Math.Floor(Math.Sqrt(instrument.NodeCount) + 0.5);
        if (side * side != instrument.NodeCount || side > 4)
        {
            throw new ArgumentException(
                "The demo needs a film of 2x2, 3x3 or 4x4 nodes, this one has " + instrument.NodeCount.ToString() + ".");
        }

        _screen = screen;
        _random = new Random(seed);
        _nodes = instrument.NodeCount;
        _patterns = WiringGeometry.Count(_nodes);
        _spare = new ModelNetwork(side, side);
        bool isThere = FilmNetwork.IsThere(instrument, out string why);
        _network = isThere ? new FilmNetwork(instrument) : _spare;
        _screen.Say(isThere ? "FILM" : "NO FILM, OJA MODEL: " + why);
        if (screen.HasPanel)
            screen.ShowPicture(Glyphs.Of(isThere ? 'F' : 'O'));
    }

    /// <summary>Whether the film is used, not the model of it.</summary>
    public bool UsesFilm => _network != _spare;

    /// <summary>Pattern that is shown, or null before the first.</summary>
    public Pattern? Shown { get; private set; }

    /// <summary>Pattern that was trained last, or null where another has been chosen since.</summary>
    public Pattern? Trained => _trained;

    private bool IsLetter => _chosen >= _patterns;

    /// <summary>Does what a button says. To be called on the thread of the instrument.</summary>
    /// <param name="button">Button.</param>
    public void Press(DemoButton button)
    {
        try
        {
            Do(button);
        }
        catch (OperationAbortedException)
        {
            _trained = null;
            _screen.Say("ABORTED");
        }
    }

    private void Do(DemoButton button)
    {
        if (button == DemoButton.Pattern)
            Choose();
        else if (_chosen < 0)
            _screen.Say("CHOOSE A PATTERN");
        else if (button == DemoButton.Train)
            Train();
        else if (_trained == null)
            _screen.Say("TRAIN FIRST");
        else if (button == DemoButton.Distort)
            Distort(_trained);
        else
            Recall(_trained);
    }

    private void Choose()
    {
        _chosen = (_chosen + 1) % (_patterns + (_screen.HasPanel ? Glyphs.Letters.Length : 0));
        _trained = null;
        Show(Chosen());
        if (_screen.HasPanel && !IsLetter && _chosen < 7)
            _screen.ShowPicture(Glyphs.Of((char)('1' + _chosen)));

        _screen.Say(IsLetter ? "LETTER " + Glyphs.Letters[_chosen - _patterns].ToString() : "PATTERN " + (_chosen + 1).ToString());
    }

    private void Train()
    {
        Pattern pattern = Chosen();
        Show(pattern);
        try
        {
            (IsLetter ? _letters : _network).Train(pattern);
        }
        catch (Exception e) when (e is not OperationAbortedException)
        {
            GiveUpFilm(e);
            _spare.Train(pattern);
        }

        _trained = pattern;
        _turned = -1;
        _screen.Say("TRAINED");
    }

    private void Distort(Pattern trained)
    {
        Pattern state = trained;
        if (IsLetter)
        {
            for (int i = 0; i < LetterFlips; i++)
                state = state.Flip(_random.Next(state.Length));
        }
        else
        {
            _turned = (_turned + 1) % trained.Length;
            state = trained.Flip(_turned);
        }

        Show(state);
        _screen.Say("DISTORTED");
    }

    private void Recall(Pattern trained)
    {
        Pattern start = Shown!;
        Pattern end;
        try
        {
            end = (IsLetter ? _letters : _network).Recall(start);
        }
        catch (Exception e) when (e is not OperationAbortedException)
        {
            GiveUpFilm(e);
            _spare.Train(trained);
            end = _spare.Recall(start);
        }

        Show(end);

        // A pattern and its negative are the same memory: E(V) = E(−V).
        _screen.Say(end.SameUpToSign(trained) ? "RIGHT" : "WRONG");
    }

    // The board has opened all switches before the error came here.
    private void GiveUpFilm(Exception e)
    {
        _network = _spare;
        _screen.Say("FILM LOST, OJA MODEL: " + e.Message);
    }

    private Pattern Chosen() => IsLetter ? Glyphs.Of(Glyphs.Letters[_chosen - _patterns]) : WiringGeometry.Of(_chosen, _nodes);

    private void Show(Pattern pattern)
    {
        Shown = pattern;
        if (IsLetter)
            _screen.ShowPicture(pattern);
        else
            _screen.ShowNodes(pattern);
    }
}
