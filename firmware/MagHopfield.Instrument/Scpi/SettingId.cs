namespace MagHopfield.Instrument.Scpi;

/// <summary>The settings, in the order of the table: each is a row with a value.</summary>
internal enum SettingId
{
    /// <summary>Amplitude of the training pulses in volts.</summary>
    PulseVolts,

    /// <summary>Width of the training pulses in seconds.</summary>
    PulseSeconds,

    /// <summary>Number of pulses of a training.</summary>
    PulseCount,

    /// <summary>How the film is wired: 0 by all splits, 1 by pairs.</summary>
    Scheme,

    /// <summary>Rounds over all wirings.</summary>
    Averages,

    /// <summary>Time of a reading in seconds.</summary>
    Aperture,

    /// <summary>Days for which a reference is valid.</summary>
    Validity,

    /// <summary>Order in which a recall renews the nodes.</summary>
    RecallMode,

    /// <summary>Where local fields come from: 0 the weights, 1 the film.</summary>
    RecallSource,

    /// <summary>ξ of a recall on the film.</summary>
    RecallXi,

    /// <summary>Seed of the random order.</summary>
    RecallSeed,

    /// <summary>Whether the end of a recall is shown.</summary>
    RecallDisplay,

    /// <summary>Number of settings.</summary>
    Count,
}
