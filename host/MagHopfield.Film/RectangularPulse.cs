namespace MagHopfield.Film;

/// <summary>The pulse that most experiments want.</summary>
public static class RectangularPulse
{
    /// <summary>Applies a pulse whose edges take no time.</summary>
    /// <param name="film">The film.</param>
    /// <param name="voltages">N terminal voltages in volts, against ground.</param>
    /// <param name="width">Width in seconds.</param>
    /// <param name="cancellation">Ends a long simulation early by <see cref="OperationCanceledException"/>.</param>
    public static void ApplyPulse(this ISelfLearningFilm film, IReadOnlyList<double> voltages, double width, CancellationToken cancellation) =>
        film.ApplyPulse(voltages, width, 0, cancellation);
}
