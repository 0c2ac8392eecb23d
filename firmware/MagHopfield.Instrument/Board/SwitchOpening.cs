using MagHopfield.Instrument.Chips.Adgs1414;
using MagHopfield.Instrument.Ports;

namespace MagHopfield.Instrument.Board;

/// <summary>
/// Opens all switches without a board around them: at the start of a program, before anything that can fail, and at its end. Nothing is
/// known of the chips then, so each is reset.
/// </summary>
public static class SwitchOpening
{
    private const int Attempts = 3;

    /// <summary>Resets all switch chips, the pulse switches first, each on its own.</summary>
    /// <param name="pulseSwitches">Links to the pulse switch chips; they stay open.</param>
    /// <param name="nodeSwitches">Links to the nodes' switch chips; they stay open.</param>
    /// <param name="clock">Time on the board.</param>
    /// <returns>Whether every chip has confirmed that all of its switches are open.</returns>
    public static bool TryOpenAll(ISpiLink[] pulseSwitches, ISpiLink[] nodeSwitches, IBoardClock clock)
    {
        bool isOpen = TryOpen(pulseSwitches, clock, "PSW");
        return TryOpen(nodeSwitches, clock, "SW") && isOpen;
    }

    private static bool TryOpen(ISpiLink[] links, IBoardClock clock, string name)
    {
        bool isOpen = true;
        for (int i = 0; i < links.Length; i++)
            isOpen &= TryReset(new Adgs1414Switch(links[i], clock, name + (i + 1).ToString()));

        return isOpen;
    }

    private static bool TryReset(Adgs1414Switch chip)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            try
            {
                chip.Reset();
                return true;
            }
            catch
            {
                // The next attempt, or the caller, tells.
            }
        }

        return false;
    }
}
