using System.Numerics;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Running;

/// <summary>
/// The way down to an equilibrium, by a descent that never climbs (<see cref="Relaxation{T}"/>) or by steepest descent with
/// Barzilai-Borwein steps (<see cref="BarzilaiBorwein{T}"/>), begun afresh in every block.
/// </summary>
internal sealed class EquilibriumStage<T>(Simulation<T> simulation, StageParameters stage, Runner<T> runner) : IStageRunner
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Steps of a block: each forgets the curvature that the one before had seen, which takes some steps to see again.
    private const int StepsOfRelaxation = 200, StepsOfMinimisation = 500;

    private readonly bool _relaxes = stage.Kind == StageKind.Relax;

    /// <summary>
    /// Begins the stage. Where there is no torque to begin with, the energy may have a saddle instead of a minimum, and no descent would
    /// leave it.
    /// </summary>
    public RunPosition Begin(RunPosition position)
    {
        double torque = runner.MaxTorque();
        position = position with { FirstTorque = torque, LastEnergy = double.MaxValue };
        if (torque > (stage.MaxTorque ?? 0))
            return position;
        simulation.Time = position.Time;
        (bool left, int evaluations) = simulation.LeaveSaddle(stage.MaxTorque ?? double.PositiveInfinity, runner.Cancellation);
        return position with { Evaluations = evaluations, LeftSaddle = left };
    }

    public bool? Block()
    {
        RunPosition before = runner.Position;
        simulation.Time = before.Time;
        // Without a limit the energy alone ends the stage.
        double limit = stage.MaxTorque ?? double.Epsilon;
        int left = (int)Math.Min(_relaxes ? StepsOfRelaxation : StepsOfMinimisation, stage.MaxSteps - before.StageSteps);
        DescentOutcome outcome = _relaxes
            ? simulation.Relax(limit, left, runner.Cancellation, Report)
            : simulation.Minimise(limit, left, runner.Cancellation, Report);
        runner.Position = before with
        {
            Steps = before.Steps + outcome.Steps,
            StageSteps = before.StageSteps + outcome.Steps,
            Evaluations = before.Evaluations + outcome.Evaluations,
            AtRounding = outcome.AtRounding,
        };
        if (outcome.Reached || (stage.EnergyChange is not null && (runner.EnergySettled(stage) || outcome.AtRounding)))
            return true;
        return outcome.AtRounding || runner.Position.StageSteps >= stage.MaxSteps ? false : null;
    }

    private void Report(double torque)
    {
        double first = runner.Position.FirstTorque;
        runner.Report(stage, stage.MaxTorque is double limit ? Math.Log(first / torque) / Math.Log(first / limit) : 0, torque);
    }
}
