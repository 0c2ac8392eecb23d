// A study of one's own: one class (SwitchingField.cs). Here it is found in this assembly, run, and written as page, data and table into the
// folder that is given; in the program it would be a command, a page of the reference and a report without any other line.
using MagHopfield.Studies;
using MagHopfield.Studies.Numbers;
using MagHopfield.Studies.Records;

foreach (Study study in Study.In(typeof(SwitchingField).Assembly))
{
    (StudyRecord record, IReadOnlyList<StudyFile> files) =
        new StudyRun(study) { Folder = args.Length > 0 ? args[0] : null, Overwrites = true }.Execute(CancellationToken.None);
    foreach (StudyComparison c in record.Comparisons)
        Console.WriteLine($"{c.Quantity}: {c.Paper} published, {c.Ours} ours, {(c.Agrees ? "agrees" : "MISS")}");
    foreach (StudyFile file in files)
        Console.WriteLine($"{file.What} {file.Name}");
    if (!record.Passes)
        return 1;
}

return 0;
