using System.CommandLine;
using MagHopfield.BeforeAndAfter;

Argument<string> before = new("OLD_BUILD") { Description = "Checkout whose command was built before the change." };
Argument<string> after = new("NEW_BUILD") { Description = "Checkout whose command was built after it." };
Option<bool> quick = new("--quick") { Description = "Only what takes seconds." };
Option<string?> only = new("--only") { Description = "Only entries whose name or lines contain this text.", HelpName = "TEXT" };
Option<bool> list = new("--list") { Description = "Print what would be run, and what is not run and why." };
Option<int> jobs = new("--jobs") { Description = "Entries at the same time.", DefaultValueFactory = _ => 2, HelpName = "N" };
Option<string?> keep = new("--keep")
{
    Description = "Folder to run in, which is kept whole; else what is the same is deleted.",
    HelpName = "DIR",
};
RootCommand root = new("Runs every documented command with two builds and compares what they print and write.")
{
    before, after, quick, only, list, jobs, keep,
};

// The list is printed without builds.
if (args.Contains("--list"))
    (before.Arity, after.Arity) = (ArgumentArity.ZeroOrOne, ArgumentArity.ZeroOrOne);
root.SetAction(parsed =>
{
    CommandList commands = CommandList.Own();
    Entry[] chosen = [.. commands.Entries
        .Where(e => e.Quick || !parsed.GetValue(quick))
        .Where(e => parsed.GetValue(only) is not string text || e.Name.Contains(text) || e.Lines.Any(l => l.Contains(text)))];
    if (parsed.GetValue(list))
        return Listing.Print(commands, chosen);
    if (chosen.Length == 0)
        throw new ArgumentException($"no entry contains '{parsed.GetValue(only)}'; --list prints all.");
    return new Session(Build.At(parsed.GetRequiredValue(before)), Build.At(parsed.GetRequiredValue(after)), parsed.GetValue(keep))
        .Run(chosen, parsed.GetValue(jobs)) ? 0 : 1;
});

try
{
    return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is IOException or ArgumentException or FormatException)
{
    Console.Error.WriteLine($"before-and-after: {e.Message}");
    return 2;
}
