using MagHopfield.Instrument.Display;

namespace MagHopfield.Instrument.StandAlone;

/// <summary>Shows at start that what was saved is lost: who has no client beside the board must see it too.</summary>
public static class StateNotice
{
    /// <summary>Shows the letter M (memory) on the panel and says what was lost; nothing where nothing was.</summary>
    /// <param name="screen">Panel and text.</param>
    /// <param name="warning">What was lost, or an empty text.</param>
    public static void Show(IDemoScreen screen, string warning)
    {
        if (warning.Length == 0)
            return;

        screen.Say("MEMORY: " + warning);
        if (screen.HasPanel)
            screen.ShowPicture(Glyphs.Of('M'));
    }
}
