namespace MagHopfield.Papers.Niu2024.Spread;

/// <summary>By how much devices differ. Standard deviations of normal numbers unless said otherwise.</summary>
public sealed record SpreadParameters
{
    /// <summary>Lowest AMR ratio, evenly spread up to <see cref="HighestAmr"/>; permalloy films have 1 to 8 %.</summary>
    public double LowestAmr { get; init; } = 0.01;

    /// <summary>Highest AMR ratio.</summary>
    public double HighestAmr { get; init; } = 0.08;

    /// <summary>Distance of neighbouring grains in metres.</summary>
    public double GrainSize { get; init; } = 100e-9;

    /// <summary>Anisotropy field of a grain in A/m: 5 Oe, as permalloy films have. The axes are random, device by device.</summary>
    public double GrainField { get; init; } = 400;

    /// <summary>Roughness of the edges in metres.</summary>
    public double EdgeRoughness { get; init; } = 50e-9;

    /// <summary>Length along the edge over which the roughness changes, in metres.</summary>
    public double EdgeCorrelation { get; init; } = 500e-9;

    /// <summary>
    /// Misplacement along each axis of each electrode of the film and, on its own, of each terminal of the gold, in metres.
    /// </summary>
    public double Misplacement { get; init; } = 50e-9;

    /// <summary>Relative scatter of the pads' radii.</summary>
    public double RadiusScatter { get; init; } = 0.05;

    /// <summary>Temperature in kelvin.</summary>
    public double Temperature { get; init; } = 300;

    /// <summary>Time integrated under each pulse in seconds: with thermal noise a texture never rests.</summary>
    public double PulseTime { get; init; } = 100e-9;

    /// <summary>Time at zero field in seconds after which the film is looked at again.</summary>
    public double Retention { get; init; } = 20e-9;

    /// <summary>Amplitude of the pulses in volts.</summary>
    public double Voltage { get; init; } = 5;

    /// <summary>Relative error of a measured element, normal: the instrument's budget.</summary>
    public double MeasurementError { get; init; } = 5e-4;

    /// <summary>Factor to the film's number of cells along each axis.</summary>
    public double Cells { get; init; } = 0.5;

    /// <summary>Seed of the first device; each has one of its own.</summary>
    public int Seed { get; init; } = 1;
}
