using System.Diagnostics;
using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Model.Files;
using MagHopfield.Model.Magnet;
using MagHopfield.Model.Output;
using MagHopfield.Model.Pictures;
using MagHopfield.Model.Problems;
using MagHopfield.Reports;

namespace MagHopfield.Model.Running;

/// <summary>
/// Takes a problem through its stages in blocks of steps. At the end of each block the integrator forgets what it kept from the last step,
/// and position and magnetisation are copied: whatever interrupts the run, it can go on from that copy with the very same steps.
/// </summary>
internal sealed class Runner<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ProblemFile _file;
    private readonly Problem _problem;
    private readonly RunFolder _folder;
    private readonly IRunObserver _observer;
    private readonly CancellationToken _cancellation;
    private readonly ProblemModel<T> _model;
    private readonly LandauLifshitzGilbert<T> _plain;
    private readonly int _threads;
    private readonly VectorField<T> _m, _savedM;
    private readonly Stopwatch _sinceCheckpoint = Stopwatch.StartNew();
    private RunPosition _position = new(), _saved = new();
    private readonly Stopwatch _sinceActivity = Stopwatch.StartNew();
    private (int Stage, string Text) _activity = (-1, "");
    private TableFile? _table;
    private string? _failure;

    public Runner(ProblemFile file, RunFolder folder, IRunObserver observer, ThreadTeam team, CancellationToken cancellation)
    {
        (_file, _problem, _folder, _observer, _cancellation) = (file, file.Problem, folder, observer, cancellation);
        _model = new ProblemModel<T>(_problem, team);
        _plain = _model.Descent;
        _threads = team.Count;
        _m = InitialMagnetisation.Create<T>(_model.Body.Geometry, _problem.Initial);
        _savedM = new VectorField<T>(_m.Mesh);
    }

    public RunOutcome Run(bool resume)
    {
        if (resume)
            _position = Checkpoint.Read(_folder.Checkpoint, _file.Identity, _m);
        using (
            _table = new TableFile(
                _folder.PathOf("table.tsv"),
                [.. _problem.Output.Columns.Select(c => TableQuantities.Of(c, _problem.Terms))],
                _position.TableLength))
        {
            if (!resume)
                Begin();
            Save();
            try
            {
                while (_position.Stage < _problem.Stages.Count && _position.Outcomes.All(o => o.Failure is null))
                    RunStage(_problem.Stages[_position.Stage]);
            }
            catch (OperationCanceledException e)
            {
                WriteCheckpoint();
                throw new RunInterruptedException(_folder.Checkpoint, _saved.Stage + 1, _saved.Time, e);
            }

            _table.Flush();
        }

        // As the last stage has left them, also where the run goes on from a checkpoint behind it.
        if (_problem.Output.Saved.Count > 1)
        {
            StageParameters last = _problem.Stages[Math.Max(0, Math.Min(_position.Stage, _problem.Stages.Count) - 1)];
            SetField(last, _position.StageStart);
            SetCurrents(last);
        }

        WriteField("m_final");
        WritePlot();
        TableRow<T> end = RowOfNow(_position.Stage);
        return new(
            _folder.Target,
            _position.Outcomes,
            _position.Steps,
            _position.Time,
            end.Average,
            end.Energy(null),
            _model.Body.Geometry.CellsInside,
            _threads,
            TimeSpan.Zero);
    }

    private void Begin()
    {
        SetField(_problem.Stages[0], 0);
        SetCurrents(_problem.Stages[0]);
        Feed();
        Row(0);
        if (_problem.Output.SnapshotInterval is not null)
            Snapshot();
    }

    private void RunStage(StageParameters stage)
    {
        Simulation<T> simulation = Simulation<T>.GoOn(_model.Equation, _m, _model.Integrator());
        IStageRunner runner = stage.Kind == StageKind.Run
            ? new DynamicsStage<T>(_model, simulation, stage, this)
            : new EquilibriumStage<T>(simulation, stage, this);
        if (!_position.Begun)
        {
            bool differs = SetFieldOfNext(stage);
            SetCurrents(stage);
            _position = _position with
            {
                Begun = true,
                StageStart = _position.Time,
                StageSteps = 0,
                Evaluations = 0,
                LeftSaddle = false,
                AtRounding = false,
            };
            // Before a start on a saddle is left.
            if (differs)
                Row(_position.Stage + 1);
            _position = runner.Begin(_position);
        }

        SetField(stage, _position.StageStart);
        SetCurrents(stage);
        for (bool? reached = null; reached is null;)
        {
            reached = runner.Block();
            if (reached is bool end)
                EndStage(stage, end);
            _position = _position with { Blocks = _position.Blocks + 1 };
            Save();
        }
    }

    private void EndStage(StageParameters stage, bool reached)
    {
        // What is written of the end is of the state there, not of the start of the last step.
        if (_model.Current is not null)
            SetCurrents(stage);
        TableRow<T> row = RowOfNow(_position.Stage + 1);
        StageOutcome outcome = new(stage.Name, reached, _position.StageSteps, _position.Time, row.MaxTorque)
        {
            Evaluations = _position.Evaluations,
            LeftSaddle = _position.LeftSaddle,
            AtRounding = _position.AtRounding,
            Failure = _failure,
        };
        // At the same time and step of the same stage the field is the same, too. A run that had to go back has written the rows up to
        // here.
        bool written = _position.LastRowStage == _position.Stage + 1 && _position.LastRowTime >= _position.Time
            && _position.LastRowSteps >= _position.Steps;
        if (!written)
            Row(_position.Stage + 1);
        if (stage.SaveField)
            WriteField($"m_stage{_position.Stage + 1:000}");
        _position = _position with { Outcomes = [.. _position.Outcomes, outcome], Stage = _position.Stage + 1, Begun = false };
    }

    /// <summary>Where the run stands; stages move it.</summary>
    public RunPosition Position
    {
        get => _position;
        set
        {
            _position = value;
            _cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Ends the stage and the run, as it cannot go on.</summary>
    /// <param name="reason">Why, and how to mend it, in one line.</param>
    /// <returns>False, for a stage that has not reached its end.</returns>
    public bool Fail(string reason)
    {
        _failure = reason;
        return false;
    }

    /// <summary>Goes back to the start of the block, the last state that is known to be sound; rows that were written stay.</summary>
    public void GoBack()
    {
        _savedM.CopyTo(_m);
        _position = _saved with
        {
            LastRowStage = _position.LastRowStage,
            LastRowTime = _position.LastRowTime,
            LastRowSteps = _position.LastRowSteps,
        };
    }

    /// <summary>Ends the run where it is to be interrupted.</summary>
    public CancellationToken Cancellation => _cancellation;

    /// <summary>Energy of all terms but the thermal field in J.</summary>
    public double Energy() => _plain.TotalEnergy(_m);

    /// <summary>Largest |m×H| in A/m, without the thermal field.</summary>
    public double MaxTorque() => RowOfNow(0).MaxTorque;

    /// <summary>
    /// Notes the energy, and says whether it changed by no larger a fraction than a stage's limit since it was last noted.
    /// </summary>
    public bool EnergySettled(StageParameters stage)
    {
        double energy = Energy(), before = _position.LastEnergy;
        Position = _position with { LastEnergy = energy };
        return stage.EnergyChange is double limit && Math.Abs(energy - before) <= limit * Math.Abs(energy);
    }

    /// <summary>Tells how far a stage is.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="fraction">Share of it that is done.</param>
    /// <param name="torque">Largest |m×H| in A/m of a relaxation.</param>
    public void Report(StageParameters stage, double fraction, double? torque = null)
    {
        // Words are for eyes.
        if (_activity.Stage != _position.Stage || _sinceActivity.ElapsedMilliseconds >= 100)
        {
            string now = torque is double value
                ? FormattableString.Invariant($"{value:0.#e0} A/m")
                : FormattableString.Invariant($"{1e9 * _position.Time:0.###} ns");
            _activity = (_position.Stage, $"{stage.Name}, {now}");
            _sinceActivity.Restart();
        }

        _observer.Report(
            _position.Stage + 1, _problem.Stages.Count, _activity.Text, double.IsNaN(fraction) ? 0 : Math.Clamp(fraction, 0, 1));
    }

    /// <summary>Adds a row to the table for the present state, with the external field that is set.</summary>
    public void Row(int stage)
    {
        _table!.Add(RowOfNow(stage));
        _position = _position with { LastRowStage = stage, LastRowTime = _position.Time, LastRowSteps = _position.Steps };
    }

    /// <summary>Writes the next numbered field.</summary>
    public void Snapshot()
    {
        WriteField($"m{_position.Snapshots:000000}");
        _position = _position with { Snapshots = _position.Snapshots + 1 };
    }

    private TableRow<T> RowOfNow(int stage) =>
        new(_position.Time, stage, _position.Steps, _position.LastStep, _m, _plain, _model.External?.Average ?? default, _model.Current);

    // A field of the stage's own has its time from the start of the stage.
    private void SetField(StageParameters stage, double start)
    {
        if (_model.External is not ExternalField<T> external)
            return;
        external.Factor = (stage.Field ?? _problem.Field).Feedback is null ? 1 : _position.FieldFactor;
        external.Take(new FieldClock(stage.Field ?? _problem.Field, stage.Field is null ? 0 : start).At(_position.Time), _position.Time);
    }

    private void SetCurrents(StageParameters stage)
    {
        _model.SetCurrents(stage.CurrentFactor);
        _model.Current?.Begin(_position.Time);
        _model.Current?.Acting.Solve(_m, _position.Time);
    }

    /// <summary>Measures what the external field follows, if anything, and sets the field.</summary>
    public void Feed()
    {
        if (_model.External is not ExternalField<T> external || external.Clock.Field.Feedback is not FieldFeedback feedback)
            return;
        double value = TableQuantities.Of(feedback.Column, _problem.Terms).Column.Value(RowOfNow(0));
        Position = _position with { FieldFactor = feedback.Offset + (feedback.Gain * value) };
        external.Factor = _position.FieldFactor;
        external.Term.SetTime(_position.Time);
    }

    // Sets the field of a stage that begins now, and says whether it is another one than that which the stage before has ended with. That
    // is set anew for the comparison, as a run that goes on here from a checkpoint has none.
    private bool SetFieldOfNext(StageParameters stage)
    {
        if (_position.Stage > 0)
            SetField(_problem.Stages[_position.Stage - 1], _position.StageStart);
        ExternalField<T>.Value? before = _model.External?.Now;
        SetField(stage, _position.Time);
        Feed();
        return _position.Stage > 0 && before != _model.External?.Now;
    }

    private void WriteField(string name)
    {
        OutputParameters output = _problem.Output;
        string[] description =
        [
            FormattableString.Invariant($"Total simulation time: {_position.Time:R} s"),
            $"Title of the problem: {_problem.Title}",
            $"SHA-256 of the problem file: {_file.TextHash}",
            $"Made by maghopfield {ProblemRunRecord.Version}",
        ];
        Ovf2.Write(_folder.PathOf(name + ".ovf"), _m, output.Format, "m", "1", description);
        foreach (PictureKind kind in output.Pictures)
        {
            string suffix = kind == PictureKind.Texture ? "" : "_" + kind.ToString().ToLowerInvariant();
            Figure figure = MagnetisationPicture.Of(_m, kind, output.PictureLayer ?? (_m.Mesh.Nz / 2), output.Arrows);
            figure.Save(_folder.PathOf(name + suffix));
        }

        foreach (string quantity in output.Saved.Where(quantity => quantity != SavedFields.Magnetisation))
            WriteQuantity(name, quantity, description);
    }

    private void WriteQuantity(string name, string quantity, string[] description)
    {
        OutputParameters output = _problem.Output;
        SavedField<T> field = SavedFields.Of(quantity, _model, _m, _position.Time);
        string path = _folder.PathOf($"{name}_{quantity}.ovf");
        if (field.Vectors is VectorField<T> vectors)
            Ovf2.Write(path, vectors, output.Format, quantity, field.Unit, description);
        else
            Ovf2.Write(path, field.Numbers!, output.Format, quantity, field.Unit, description);
        if (output.Pictures.Count == 0)
            return;
        int layer = output.PictureLayer ?? (_m.Mesh.Nz / 2);
        Figure figure = field.Vectors is not null
            ? QuantityPicture.Of(quantity, field.Unit, field.Vectors, layer, _model.Body.Geometry.Contains)
            : QuantityPicture.Of(quantity, field.Unit, field.Numbers!, layer, _model.Body.Geometry.Contains);
        figure.Save(_folder.PathOf($"{name}_{quantity}"));
    }

    // Of all rows, those before an interruption, too.
    private void WritePlot()
    {
        if (_problem.Output.Pictures.Count == 0 || TablePlot.Draw(File.ReadLines(_folder.PathOf("table.tsv"))) is not Figure figure)
            return;
        figure.Save(_folder.PathOf("table"));
    }

    private void Save()
    {
        _m.CopyTo(_savedM);
        _saved = _position with { TableLength = _table!.Length };
        if (_sinceCheckpoint.Elapsed.TotalSeconds >= _problem.Output.CheckpointInterval)
            WriteCheckpoint();
    }

    private void WriteCheckpoint()
    {
        _table!.Flush();
        Checkpoint.Write(_folder.Checkpoint, _file.Identity, _saved, _savedM);
        _sinceCheckpoint.Restart();
    }
}
