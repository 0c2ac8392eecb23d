namespace MagHopfield.Instrument.Scpi;

/// <summary>Messages that are heeded as they come, before it is their turn.</summary>
internal enum UrgentMessage
{
    /// <summary>Any other message.</summary>
    None,

    /// <summary>ABORt.</summary>
    Abort,

    /// <summary>*RST, which also ends what runs (IEEE 488.2, 10.32), and is carried out in its turn.</summary>
    Reset,
}
