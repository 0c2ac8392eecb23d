using MagHopfield.Instrument.Display;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.StandAlone;

/// <summary>What the demo shows things on: LEDs of the film's nodes, a panel of 5×7 or more for letters, and a line of text.</summary>
public interface IDemoScreen
{
    /// <summary>Whether there is a panel for letters.</summary>
    bool HasPanel { get; }

    /// <summary>Shows the nodes of the film on their LEDs.</summary>
    /// <param name="pattern">N signs, row by row.</param>
    void ShowNodes(Pattern pattern);

    /// <summary>Shows a picture of <see cref="Glyphs.Columns"/> × <see cref="Glyphs.Rows"/> pixels on the panel.</summary>
    /// <param name="picture">35 signs, row by row; + is lit.</param>
    void ShowPicture(Pattern picture);

    /// <summary>Tells something.</summary>
    /// <param name="text">A short line.</param>
    void Say(string text);
}
