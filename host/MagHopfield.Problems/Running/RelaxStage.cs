using System.Numerics;
using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Problems.Model;
using MagHopfield.Problems.Parameters;

namespace MagHopfield.Problems.Running;

/// <summary>Descent that never climbs (<see cref="Relaxation{T}"/>), begun afresh in every block.</summary>
internal sealed class RelaxStage<T>(ProblemModel<T> model, StageParameters stage, Runner<T> runner) : IStageRunner<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Steps of a block: each forgets the curvature that the one before had seen, which takes some steps to see again.</summary>
    public const int Steps = 200;

    private readonly Relaxation<T> _relaxation = new(model.Descent());

    public RunPosition Begin(RunPosition position, VectorField<T> m) => StaticStart.Begin(model, stage, runner, position, m);

    public bool? Block(VectorField<T> m)
    {
        // Without a limit the energy alone ends the stage.
        double limit = stage.MaxTorque ?? double.Epsilon;
        int left = (int)Math.Min(Steps, stage.MaxSteps - runner.Position.StageSteps);
        RunPosition before = runner.Position;
        _relaxation.Time = before.Time;
        bool reached = _relaxation.Relax(m, limit, left, runner.Cancellation, () => Report(before.FirstTorque));
        runner.Position = before with
        {
            Steps = before.Steps + _relaxation.Steps,
            StageSteps = before.StageSteps + _relaxation.Steps,
            Evaluations = before.Evaluations + _relaxation.Evaluations,
            AtRounding = _relaxation.AtRounding,
        };
        if (reached || (stage.EnergyChange is not null && (runner.EnergySettled(stage) || _relaxation.AtRounding)))
            return true;
        return _relaxation.AtRounding || runner.Position.StageSteps >= stage.MaxSteps ? false : null;
    }

    private void Report(double first) => runner.Report(
        stage,
        stage.MaxTorque is double limit ? Math.Log(first / _relaxation.MaxTorque) / Math.Log(first / limit) : 0,
        _relaxation.MaxTorque);
}
