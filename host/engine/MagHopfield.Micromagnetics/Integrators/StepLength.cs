namespace MagHopfield.Micromagnetics.Integrators;

/// <summary>How long a step is that shall end at a time or before.</summary>
internal static class StepLength
{
    // Times are sums of many steps, each rounded to 1e-16 of the time: far more than that, and far less than any error of a step.
    private const double Stretch = 1e-6;

    /// <summary>The step that is wanted, or the limit where that is shorter, or longer by no more than rounding.</summary>
    /// <param name="wanted">Step in seconds.</param>
    /// <param name="limit">Longest step allowed in seconds.</param>
    public static double Within(double wanted, double limit) => limit <= wanted * (1 + Stretch) ? limit : wanted;
}
