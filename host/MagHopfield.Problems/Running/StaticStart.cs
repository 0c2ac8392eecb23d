using System.Numerics;
using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Problems.Model;
using MagHopfield.Problems.Parameters;

namespace MagHopfield.Problems.Running;

/// <summary>
/// The start of a static stage: where there is no torque to begin with, the energy may have a saddle instead of a minimum, and no descent would
/// leave it (<see cref="SaddleTest{T}"/>).
/// </summary>
internal static class StaticStart
{
    // Of the noise of the test: the same start is always tested the same way.
    private const int Seed = 1;

    /// <summary>Begins a static stage.</summary>
    /// <returns>The position, with the torque; <see cref="RunPosition.LeftSaddle"/> where m began on a saddle and has left it.</returns>
    public static RunPosition Begin<T>(ProblemModel<T> model, StageParameters stage, Runner<T> runner, RunPosition position, VectorField<T> m)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double torque = runner.MaxTorque();
        position = position with { FirstTorque = torque, LastEnergy = double.MaxValue };
        if (torque > (stage.MaxTorque ?? 0))
            return position;
        SaddleTest<T> test = new(model.Descent());
        bool minimum = test.IsMinimum(m, stage.MaxTorque ?? double.PositiveInfinity, Seed, position.Time, cancellation: runner.Cancellation);
        return position with { Evaluations = test.Evaluations, LeftSaddle = !minimum };
    }
}
