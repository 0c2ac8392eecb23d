namespace MagHopfield.RaspberryPi.Wiring;

/// <summary>What a wire belongs to; a colour of the picture.</summary>
public enum WiringGroup
{
    /// <summary>Supply and ground.</summary>
    Supply,

    /// <summary>The measuring bus and its selects.</summary>
    Measure,

    /// <summary>The DAC bus.</summary>
    Dac,

    /// <summary>The gate of the pulse drivers.</summary>
    Pulse,

    /// <summary>LEDs and buttons.</summary>
    Operator,
}
