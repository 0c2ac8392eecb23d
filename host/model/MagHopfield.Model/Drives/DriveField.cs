using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Model.Drives;

/// <summary>An external field H(r, t) = constant + amplitude · s(t) + spatial part, the last alone varying in space.</summary>
/// <param name="Constant">Constant part in A/m.</param>
/// <param name="Amplitude">Amplitude of the part that changes, in A/m.</param>
/// <param name="Waveform">The form of s(t).</param>
/// <param name="Frequency">f in Hz, of a sine or sinc.</param>
/// <param name="Phase">φ in radians, of a sine.</param>
/// <param name="Delay">t₀ in seconds: start of a ramp or pulse, middle of a sinc.</param>
/// <param name="Duration">τ in seconds, of a ramp or pulse.</param>
/// <param name="Rise">Rise and fall time in seconds, of a pulse.</param>
/// <param name="Points">
/// Times in seconds and values of s, of a table; times never fall, and two alike are a jump from the first value to the second.
/// </param>
/// <param name="Spatial">The part that varies in space, or null.</param>
public sealed record DriveField(
    Vector3D Constant,
    Vector3D Amplitude,
    WaveformKind Waveform,
    double Frequency = 0,
    double Phase = 0,
    double Delay = 0,
    double Duration = 0,
    double Rise = 0,
    IReadOnlyList<(double Time, double Value)>? Points = null,
    SpatialField? Spatial = null)
{
    /// <summary>No field.</summary>
    public static DriveField None { get; } = new(default, default, WaveformKind.Constant);

    /// <summary>What the whole field follows beside the time, or null.</summary>
    public FieldFeedback? Feedback { get; init; }

    /// <summary>Whether the field changes with time.</summary>
    public bool IsTimeDependent => Waveform != WaveformKind.Constant && (Amplitude != default || Spatial is { Follows: true });

    /// <summary>Times in seconds where the field jumps or bends; a step of the integrator must end there.</summary>
    public IReadOnlyList<double> Corners => Waveform switch
    {
        WaveformKind.Ramp => [Delay, Delay + Duration],
        WaveformKind.Pulse => [Delay, Delay + Rise, Delay + Duration, Delay + Duration + Rise],
        WaveformKind.Table => [.. Points!.Select(p => p.Time)],
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
        WaveformKind.Sine => Math.Sin((2 * Math.PI * Frequency * time) + Phase),
        WaveformKind.Ramp => Math.Clamp((time - Delay) / Duration, 0, 1),
        // The corner's own number is subtracted, so that the difference there is zero.
        WaveformKind.Pulse => Rising(time - Delay, before) - Rising(time - (Delay + Duration), before),
        WaveformKind.Sinc => Sinc(2 * Math.PI * Frequency * (time - Delay)),
        WaveformKind.Table => Interpolated(Points!, time, before),
        _ => 0,
    };

    private double Rising(double since, bool before) =>
        Rise > 0 ? Math.Clamp(since / Rise, 0, 1) : since > 0 || (!before && since == 0) ? 1 : 0;

    // Linear between the points; the first and the last value hold outside.
    private static double Interpolated(IReadOnlyList<(double Time, double Value)> points, double time, bool before)
    {
        // The points that lie behind: at a jump both of its points do, and neither of them just before.
        int behind = 0, end = points.Count;
        while (behind < end)
        {
            int middle = (behind + end) / 2;
            (behind, end) = points[middle].Time < time || (!before && points[middle].Time == time) ? (middle + 1, end) : (behind, middle);
        }

        if (behind == 0)
            return points[0].Value;
        if (behind == points.Count)
            return points[^1].Value;
        ((double from, double first), (double to, double second)) = (points[behind - 1], points[behind]);
        return first + ((time - from) / (to - from) * (second - first));
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(x) / x;
}

/// <summary>A field that follows a measurement: it is multiplied by offset + gain times the value at the start of each step.</summary>
/// <param name="Column">Name of a column of the table.</param>
/// <param name="Gain">Gain, one over the unit of the column.</param>
/// <param name="Offset">Offset, no unit.</param>
public sealed record FieldFeedback(string Column, double Gain, double Offset);

/// <summary>Form of a field in time.</summary>
public enum WaveformKind
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

/// <summary>A field from a file.</summary>
/// <param name="File">Full path of an OVF file of the same mesh, in A/m or T.</param>
/// <param name="Scale">Factor on it, dimensionless.</param>
/// <param name="Follows">Whether it changes with the waveform s(t); otherwise it is constant.</param>
public sealed record SpatialField(string File, double Scale, bool Follows);
