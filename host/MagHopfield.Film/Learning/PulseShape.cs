namespace MagHopfield.Film.Learning;

/// <summary>A pulse with linear edges, in seconds.</summary>
/// <param name="Width">Width at half the amplitude.</param>
/// <param name="Rise">Duration of each edge.</param>
internal readonly record struct PulseShape(double Width, double Rise)
{
    /// <summary>Time at the full amplitude.</summary>
    public double Top => Width - Rise;

    /// <summary>A pulse for a film.</summary>
    /// <param name="film">The film.</param>
    /// <param name="voltages">Voltages in volts, one for each of its nodes.</param>
    /// <param name="width">Width at half the amplitude in seconds.</param>
    /// <param name="rise">Duration of each edge in seconds.</param>
    /// <exception cref="ArgumentException">What no film can be given.</exception>
    public static PulseShape For(ISelfLearningFilm film, IReadOnlyList<double> voltages, double width, double rise)
    {
        if (voltages.Count != film.NodeCount)
        {
            throw new ArgumentException($"The film has {film.NodeCount} nodes, {voltages.Count} voltages were given.", nameof(voltages));
        }

        if (!(width > 0) || !double.IsFinite(width))
        {
            throw new ArgumentOutOfRangeException(nameof(width), $"The pulse width is {width} s; give a positive time in seconds.");
        }

        if (!(rise >= 0) || !(rise <= width))
        {
            throw new ArgumentOutOfRangeException(
                nameof(rise), $"The edges last {rise} s each; give 0 to the pulse width, {width} s, or the pulse would not reach its amplitude.");
        }

        return new PulseShape(width, rise);
    }
}
