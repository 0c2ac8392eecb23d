namespace MagHopfield.Instrument.Board;

/// <summary>
/// The three states of the board. Every change from one to another goes through <see cref="AllOpen"/>, read back from the chips.
/// </summary>
public enum SwitchState
{
    /// <summary>All switches open, probe current off, DACs held at 0 V.</summary>
    AllOpen,

    /// <summary>Probe path: node switches may close and the excitation current may flow.</summary>
    Probe,

    /// <summary>Pulse path: pulse switches may close and the pulse gate may fire.</summary>
    Pulse,
}
