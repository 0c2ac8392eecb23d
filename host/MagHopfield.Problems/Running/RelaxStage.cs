using System.Numerics;
using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Problems.Model;
using MagHopfield.Problems.Parameters;

namespace MagHopfield.Problems.Running;

/// <summary>
/// Damped motion without precession (α = 1) by Bogacki and Shampine's pair, with a tolerance that tightens when neither the energy nor the torque
/// falls any more (after mumax3: Vansteenkiste et al., AIP Adv. 4, 107133 (2014)). A texture on its way down may pass a steeper place, where
/// the torque rises for long: its energy tells that the steps still lead somewhere.
/// </summary>
internal sealed class RelaxStage<T>(ProblemModel<T> model, StageParameters stage, Runner<T> runner) : IStageRunner<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double FirstError = 1e-3;
    private const double LongestStep = 1e-6; // seconds; only a state without torque would want more
    private const double Progress = 0.95;
    private const int Patience = 50;

    // Smallest tolerance, and smallest share of the energy, that rounding leaves a meaning.
    private static readonly double LastError = typeof(T) == typeof(float) ? 1e-7 : 1e-10;
    private static readonly double Falling = typeof(T) == typeof(float) ? 1e-6 : 1e-12;

    private readonly LandauLifshitzGilbert<T> _equation = model.Descent();
    private readonly EmbeddedRungeKutta<T> _integrator = EmbeddedRungeKutta<T>.BogackiShampine32(FirstError);

    public RunPosition Begin(RunPosition position, VectorField<T> m)
    {
        double torque = Torque(m);
        return position with
        {
            NextStep = 0,
            MaxError = FirstError,
            FirstTorque = torque,
            BestTorque = torque,
            SinceBest = 0,
            LastEnergy = double.MaxValue,
        };
    }

    public bool? Block(VectorField<T> m)
    {
        if (runner.Position.StageSteps == 0 && Reached(runner.Position.BestTorque))
            return true;
        _integrator.Forget();
        (_integrator.NextStep, _integrator.MaxError) = (runner.Position.NextStep, runner.Position.MaxError);
        for (int n = 0; n < IStageRunner<T>.BlockSteps; n++)
        {
            _integrator.Step(_equation, runner.Position.Time, m, LongestStep);
            double torque = Largest(_integrator.LastDerivative!) * PerRate;
            RunPosition now = Watched(runner.Position, torque);
            _integrator.MaxError = now.MaxError;
            runner.Position = now with { Steps = now.Steps + 1, StageSteps = now.StageSteps + 1, NextStep = _integrator.NextStep };
            if (Reached(torque))
                return true;
            if (runner.Position.StageSteps >= stage.MaxSteps)
                return false;
            double done = stage.MaxTorque is double limit ? Math.Log(now.FirstTorque / now.BestTorque) / Math.Log(now.FirstTorque / limit) : 0;
            runner.Report(stage, done, torque);
        }

        double before = runner.Position.LastEnergy;
        bool settled = runner.EnergySettled(stage);
        double energy = runner.Position.LastEnergy;
        if (before - energy > Falling * Math.Abs(energy))
            runner.Position = runner.Position with { SinceBest = 0 };
        return settled ? true : null;
    }

    // |dm/dt| = γ/2 |m×H| without precession at α = 1.
    private double PerRate => 2 / _equation.GyromagneticRatio;

    private bool Reached(double torque) => torque == 0 || (stage.MaxTorque is double limit && torque <= limit);

    private static RunPosition Watched(RunPosition position, double torque)
    {
        if (torque < Progress * position.BestTorque)
            return position with { BestTorque = torque, SinceBest = 0 };
        return position.SinceBest + 1 < Patience
            ? position with { SinceBest = position.SinceBest + 1 }
            : position with { SinceBest = 0, BestTorque = torque, MaxError = Math.Max(0.1 * position.MaxError, LastError) };
    }

    private double Torque(VectorField<T> m)
    {
        VectorField<T> rate = new(m.Mesh);
        _equation.Derivative(runner.Position.Time, m, rate);
        return Largest(rate) * PerRate;
    }

    private static double Largest(VectorField<T> rate)
    {
        double square = 0;
        for (int i = 0; i < rate.X.Length; i++)
        {
            T x = rate.X[i], y = rate.Y[i], z = rate.Z[i];
            square = Math.Max(square, double.CreateTruncating((x * x) + (y * y) + (z * z)));
        }

        return Math.Sqrt(square);
    }
}
