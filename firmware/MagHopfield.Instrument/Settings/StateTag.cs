namespace MagHopfield.Instrument.Settings;

/// <summary>Records of a state in flash. A firmware passes over those it does not know.</summary>
internal enum StateTag
{
    Settings = 1,
    Reference = 2,
    Weights = 3,
    Shunts = 4,
}
