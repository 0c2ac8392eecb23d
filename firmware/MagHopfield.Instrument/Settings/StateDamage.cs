namespace MagHopfield.Instrument.Settings;

/// <summary>What is wrong with what the flash holds.</summary>
public enum StateDamage
{
    /// <summary>Nothing: the state that counts is the last that was saved, or nothing was.</summary>
    None,

    /// <summary>A state that may be the newest is damaged; the one before it counts.</summary>
    NewestLost,

    /// <summary>What was saved is damaged; there is no other.</summary>
    AllLost,

    /// <summary>What was saved has the form of another firmware; there is no other.</summary>
    OtherFirmware,
}
