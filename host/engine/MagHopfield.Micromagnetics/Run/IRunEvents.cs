using System.Numerics;

namespace MagHopfield.Micromagnetics.Run;

/// <summary>What is to happen in a run besides its steps: times that steps must end at, and what is done between two steps.</summary>
/// <typeparam name="T">float or double.</typeparam>
public interface IRunEvents<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Called before each step.</summary>
    /// <param name="simulation">The simulation.</param>
    /// <param name="end">Time in seconds at which the run ends.</param>
    /// <returns>Time in seconds that the step goes to at the most, and then exactly: that of the next event, or the end.</returns>
    double BeforeStep(Simulation<T> simulation, double end);

    /// <summary>Called after each accepted step.</summary>
    /// <param name="simulation">The simulation.</param>
    /// <returns>Whether the run goes on.</returns>
    bool AfterStep(Simulation<T> simulation);
}
