using MagHopfield.Micromagnetics;

namespace MagHopfield.Problems.Parameters;

/// <summary>An external field H(r, t) = constant + amplitude · s(t) + spatial part, the last alone varying in space.</summary>
/// <param name="Constant">Constant part in A/m.</param>
/// <param name="Amplitude">Amplitude of the part that changes, in A/m.</param>
/// <param name="Waveform">The form of s(t).</param>
/// <param name="Frequency">f in Hz, of a sine or sinc.</param>
/// <param name="Phase">φ in radians, of a sine.</param>
/// <param name="Delay">t₀ in seconds: start of a ramp or pulse, middle of a sinc.</param>
/// <param name="Duration">τ in seconds, of a ramp or pulse.</param>
/// <param name="Rise">Rise and fall time in seconds, of a pulse.</param>
/// <param name="Points">Times in seconds, rising, and values of s, of a table.</param>
/// <param name="Spatial">The part that varies in space, or null.</param>
public sealed record DriveField(
    Vector3D Constant,
    Vector3D Amplitude,
    Waveform Waveform,
    double Frequency = 0,
    double Phase = 0,
    double Delay = 0,
    double Duration = 0,
    double Rise = 0,
    IReadOnlyList<(double Time, double Value)>? Points = null,
    SpatialField? Spatial = null)
{
    /// <summary>No field.</summary>
    public static DriveField None { get; } = new(default, default, Waveform.Constant);

    /// <summary>Whether the field changes with time.</summary>
    public bool IsTimeDependent => Waveform != Waveform.Constant && (Amplitude != default || Spatial is { Follows: true });

    /// <summary>Times in seconds where the field jumps or bends; a step of the integrator must end there.</summary>
    public IReadOnlyList<double> Corners => Waveform switch
    {
        Waveform.Ramp => [Delay, Delay + Duration],
        Waveform.Pulse => [Delay, Delay + Rise, Delay + Duration, Delay + Duration + Rise],
        Waveform.Table => [.. Points!.Select(p => p.Time)],
        _ => [],
    };

    /// <summary>The field in A/m.</summary>
    /// <param name="time">Time in seconds.</param>
    /// <param name="before">At a jump, whether the value before it is wanted rather than that after it.</param>
    public Vector3D At(double time, bool before = false) =>
        IsTimeDependent ? Constant + (Shape(time, before) * Amplitude) : Constant;

    /// <summary>The factor on the field of the spatial part's file.</summary>
    /// <param name="time">Time in seconds.</param>
    /// <param name="before">At a jump, whether the value before it is wanted rather than that after it.</param>
    public double SpatialScaleAt(double time, bool before = false) =>
        Spatial is null ? 0 : Spatial.Scale * (Spatial.Follows ? Shape(time, before) : 1);

    private double Shape(double time, bool before) => Waveform switch
    {
        Waveform.Sine => Math.Sin((2 * Math.PI * Frequency * time) + Phase),
        Waveform.Ramp => Math.Clamp((time - Delay) / Duration, 0, 1),
        Waveform.Pulse => Rising(time - Delay, before) - Rising(time - Delay - Duration, before),
        Waveform.Sinc => Sinc(2 * Math.PI * Frequency * (time - Delay)),
        Waveform.Table => Interpolated(Points!, time),
        _ => 0,
    };

    private double Rising(double since, bool before) =>
        Rise > 0 ? Math.Clamp(since / Rise, 0, 1) : since > JumpWidth(since) || (!before && since >= -JumpWidth(since)) ? 1 : 0;

    // Corner and time of a step's end are rounded differently.
    private double JumpWidth(double since) => 1e-12 * (Math.Abs(since) + Delay + Duration);

    // Linear between the points; the first and the last value hold outside.
    private static double Interpolated(IReadOnlyList<(double Time, double Value)> points, double time)
    {
        int low = 0, high = points.Count - 1;
        if (time <= points[low].Time)
            return points[low].Value;
        if (time >= points[high].Time)
            return points[high].Value;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            (low, high) = points[middle].Time <= time ? (middle, high) : (low, middle);
        }

        double share = (time - points[low].Time) / (points[high].Time - points[low].Time);
        return points[low].Value + (share * (points[high].Value - points[low].Value));
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(x) / x;
}

/// <summary>Form of a field in time.</summary>
public enum Waveform
{
    /// <summary>s = 0: the constant part only.</summary>
    Constant,

    /// <summary>s = sin(2πft + φ).</summary>
    Sine,

    /// <summary>From 0 at t₀ to 1 at t₀ + τ, then 1.</summary>
    Ramp,

    /// <summary>1 from t₀ to t₀ + τ, with linear edges of the rise time that begin there.</summary>
    Pulse,

    /// <summary>s = sin(x)/x with x = 2πf(t − t₀): all frequencies up to f alike.</summary>
    Sinc,

    /// <summary>Straight lines between given points.</summary>
    Table,
}
