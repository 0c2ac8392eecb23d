
namespace MagHopfield.Model.Drives;

/// <summary>
/// The external field of a stage against the time of the run. Which corners of the field lie behind is a number, not a comparison of times,
/// so that rounding cannot take a jump too early, too late, or twice: between two corners the field is that between them up to and at both.
/// </summary>
/// <param name="drive">The field.</param>
/// <param name="origin">Time of the run at which the field's own time is zero, in seconds.</param>
internal sealed class FieldClock(DriveField drive, double origin)
{
    /// <summary>Times of the run that differ by less, relatively, are the same.</summary>
    public const double Rounding = 1e-12;

    private readonly double[] _corners = [.. drive.Corners.Distinct().Order()];

    /// <summary>The field.</summary>
    public DriveField Field => drive;

    /// <summary>Corners that lie behind; the present one is among them once it has been reached.</summary>
    public int Passed { get; set; }

    /// <summary>Time of the run at the next corner in seconds; infinite after the last.</summary>
    public double Next => Passed < _corners.Length ? origin + _corners[Passed] : double.PositiveInfinity;

    /// <summary>Sets <see cref="Passed"/> to the corners at or before a time of the run in seconds.</summary>
    public FieldClock At(double time)
    {
        int low = 0, high = _corners.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = IsDue(origin + _corners[middle], time) ? (middle + 1, high) : (low, middle);
        }

        Passed = low;
        return this;
    }

    /// <summary>Whether something that is to happen at a time of the run is due at another: reached, or less than rounding away.</summary>
    public static bool IsDue(double moment, double time) => moment <= time + (Rounding * Math.Abs(time));

    /// <summary>
    /// Own time of the field in seconds and whether the value before it is meant, at a time of the run between two corners.
    /// </summary>
    public (double Time, bool Before) Own(double time)
    {
        double own = time - origin;
        if (Passed > 0)
            own = Math.Max(own, _corners[Passed - 1]);
        return Passed < _corners.Length && own >= _corners[Passed] ? (_corners[Passed], true) : (own, false);
    }
}
