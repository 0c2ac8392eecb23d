using System.Numerics;
using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Problems.Model;
using MagHopfield.Problems.Parameters;

namespace MagHopfield.Problems.Running;

/// <summary>Steepest descent with Barzilai-Borwein steps, begun afresh in every block.</summary>
internal sealed class MinimiseStage<T>(ProblemModel<T> model, StageParameters stage, Runner<T> runner) : IStageRunner<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Each beginning costs some short steps, so a block is longer than those of the dynamics.
    private const int Steps = 500;

    private readonly BarzilaiBorwein<T> _minimiser = new(model.Descent());

    public RunPosition Begin(RunPosition position, VectorField<T> m) => StaticStart.Begin(model, stage, runner, position, m);

    public bool? Block(VectorField<T> m)
    {
        // Without a limit the energy alone ends the stage.
        double limit = stage.MaxTorque ?? double.Epsilon;
        int left = (int)Math.Min(Steps, stage.MaxSteps - runner.Position.StageSteps);
        _minimiser.Time = runner.Position.Time;
        bool reached = _minimiser.Minimise(m, limit, left, runner.Cancellation);
        RunPosition now = runner.Position;
        runner.Position = now with
        {
            Evaluations = now.Evaluations + _minimiser.Evaluations,
            Steps = now.Steps + _minimiser.Steps,
            StageSteps = now.StageSteps + _minimiser.Steps,
        };
        double done = stage.MaxTorque is null ? 0 : Math.Log(now.FirstTorque / _minimiser.MaxTorque) / Math.Log(now.FirstTorque / limit);
        runner.Report(stage, done, _minimiser.MaxTorque);
        return reached || (stage.EnergyChange is not null && runner.EnergySettled(stage)) ? true : runner.Position.StageSteps >= stage.MaxSteps ? false : null;
    }
}
