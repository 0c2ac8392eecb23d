namespace MagHopfield.Film.Parameters;

/// <summary>Magnetic state before the first pulse.</summary>
public enum InitialState
{
    /// <summary>Every cell in an independent random direction in the plane, from the seed.</summary>
    Random,

    /// <summary>Uniform along +x.</summary>
    AlongX,

    /// <summary>Uniform along +y.</summary>
    AlongY,

    /// <summary>Uniform out of the plane, as in the 1 T reference field of Niu et al., PNAS 2024 (inference, step 7).</summary>
    OutOfPlane,
}
