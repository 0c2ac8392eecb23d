namespace MagHopfield.Instrument.Board;

/// <summary>
/// The states of the board. Every change from one to another goes through <see cref="AllOpen"/>, read back from the chips.
/// </summary>
public enum SwitchState
{
    /// <summary>Nothing has been read back: before the first set-up, or since a chip did not confirm that it opened.</summary>
    Unknown,

    /// <summary>All switches open, probe current off, DACs held at 0 V.</summary>
    AllOpen,

    /// <summary>Probe path: node switches may close and the excitation current may flow.</summary>
    Probe,

    /// <summary>Pulse path: pulse switches may close and the pulse gate may fire.</summary>
    Pulse,

    /// <summary>Test of the pulse switches: they may close one by one, DACs held at 0 V; the gate cannot fire.</summary>
    PulseTest,
}
