namespace MagHopfield.BoardStudies.Scaling;

/// <summary>Chips, cost and measuring time of boards of 4 to 64 nodes, as Markdown and as a figure, as a study.</summary>
public sealed class BoardScalingStudy : Study
{
    private static readonly StudyParameter<string?> Target =
        StudyParameter.TextOrNone("write", "Write the figure of cost and time into the folder 'drawings' of this one.", "DIR");

    /// <inheritdoc/>
    public override string Name => "hardware scaling";

    /// <inheritdoc/>
    public override string Summary => "Chips, rough cost and measuring time of boards of 4 to 64 nodes; goes on after an interruption.";

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Target];

    /// <inheritdoc/>
    public override StudyFolder Folder => new("out/hardware-scaling", "Folder for what is done so far.") { IsForPartsOnly = true };

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        ScalingRow[] rows = [.. ScalingRow.All(context.Store, context.Cancellation)];
        StudyRecord record = new("Boards of 4 to 64 nodes", [new StudyText(ScalingTable.Markdown(rows))]);
        if (context.Of(Target) is not string folder)
            return record;
        string target = Path.GetFullPath(folder);
        return record with
        {
            Files = ScalingPlot.Draw(rows).Files(Path.Combine(target, "drawings", "scaling")).ToDictionary(f => f.Path, f => f.Content),
            Sections = [.. record.Sections, new StudyLine($"Written: {target}/drawings/scaling.png and .svg") { On = Outlet.End }],
        };
    }
}
