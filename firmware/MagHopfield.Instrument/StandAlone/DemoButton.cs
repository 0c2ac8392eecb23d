namespace MagHopfield.Instrument.StandAlone;

/// <summary>Buttons of the demo.</summary>
public enum DemoButton
{
    /// <summary>Chooses the next pattern.</summary>
    Pattern,

    /// <summary>Trains the chosen pattern.</summary>
    Train,

    /// <summary>Turns a part of the trained pattern; again, another part.</summary>
    Distort,

    /// <summary>Recalls the trained pattern from the distorted one.</summary>
    Recall,
}
