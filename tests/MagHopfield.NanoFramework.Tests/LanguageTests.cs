using MagHopfield.NanoFramework.Tests.Image;
using MagHopfield.NanoFramework.Tests.Rules;

namespace MagHopfield.NanoFramework.Tests;

/// <summary>What nanoFramework's libraries leave of C#: the compiler itself refuses the rest.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("class A { void F(Span<byte> a) { } }")]
    [InlineData("class A { byte F() { Span<byte> a = stackalloc byte[4]; return a[0]; } }")]
    [InlineData("class A { async void F() { } }")]
    [InlineData("class A { async System.Threading.Tasks.Task F() { await G(); } System.Threading.Tasks.Task G() => null; }")]
    [InlineData("using System.Linq; class A { }")]
    [InlineData("class A { System.Collections.Generic.List<int> _a; }")]
    [InlineData("class A { int? F() => null; }")]
    [InlineData("class A { bool F(int[] a) { var n = a?.Length; return n > 1; } }")]
    [InlineData("class A { (int, int) F() => (1, 2); }")]
    [InlineData("record A(int X);")]
    [InlineData("record struct A(int X);")]
    [InlineData("class A { System.Collections.IEnumerable F() { yield return 1; } }")]
    [InlineData("class A { int _a; ref readonly int F() => ref _a; }")]
    [InlineData("class A { volatile int _a; }")]
    [InlineData("class A { int F(int[] a) => a[^1]; }")]
    [InlineData("class A { int[] F(int[] a) => a[1..]; }")]
    [InlineData("class A { object F() => new { X = 1 }; }")]
    [InlineData("class A { decimal F() => 1m; }")]
    [InlineData("class A { int F(dynamic a) => a.X; }")]
    [InlineData("class A { string F(string[] a) => string.Join(\", \", a); }")]
    [InlineData("class A { string F(string a) => a.Replace(\"+\", \"-\"); }")]
    [InlineData("class A { void F() { throw new DivideByZeroException(); } }")]
    [InlineData("class A { int F(Random random) => random.Next(1, 4); }")]
    [InlineData("class A { string F(double a) => a.ToString(System.Globalization.CultureInfo.InvariantCulture); }")]
    [InlineData("unsafe class A { int* _a; }")]
    public void The_compiler_refuses_what_the_libraries_lack(string snippet) => Assert.NotEmpty(Errors(snippet));

    [Theory]
    [InlineData("class A { string F(int a) => $\"{a} nodes\"; }")]
    [InlineData("class A { string F(int a) => a switch { 1 => \"one\", > 1 and < 4 => \"few\", _ => \"many\" }; }")]
    [InlineData(
        "class A { int F(string a) { switch (a) { case \"a\": return 1; case \"b\": return 2; case \"c\": return 3; "
        + "case \"d\": return 4; case \"e\": return 5; case \"f\": return 6; case \"g\": return 7; default: return 0; } "
        + "} }")]
    [InlineData("class A { int F(object a) => a is string { Length: > 2 } s ? s.Length : a is int n ? n : 0; }")]
    [InlineData("class A { int[] _a = [1, 2]; int[] F() => [1, 2, 3, 4, 5]; }")]
    [InlineData("class A { static readonly int[] Table = { 1, 2, 3, 4, 5, 6, 7 }; }")]
    [InlineData("class A { int F(int[] a) { int sum = 0; foreach (int x in a) { sum += x; } return sum; } }")]
    [InlineData(
        "class A { void F() { try { G(); } catch (ArgumentException e) when (e.Message != null) { throw e; } finally { "
        + "G(); } } void G() { } }")]
    [InlineData("class A : IDisposable { public void Dispose() { } static void F() { using A a = new(); lock (a) { a.Dispose(); } } }")]
    [InlineData("class A { int F() { int Local(int x) => x + 1; return Local(2); } }")]
    [InlineData("static class A { public static int Twice(this int x) => 2 * x; public static int F() => 2.Twice(); }")]
    [InlineData("class A { void F() { System.Threading.Thread t = new(() => F()); t.Start(); System.Threading.Thread.Sleep(1); } }")]
    [InlineData("class A { System.Collections.ArrayList F() { var a = new System.Collections.ArrayList(); a.Add(1); return a; } }")]
    [InlineData("class A { string F() => new System.Text.StringBuilder().Append(1.5).Append('x').ToString(); }")]
    [InlineData("class A { int F(Random random) => random.Next(4); }")]
    [InlineData("class A { byte[] F(System.Device.Spi.SpiDevice a, byte[] b) { a.Write(b); a.TransferFullDuplex(b, b); return b; } }")]
    [InlineData(
        "class A { public int X { get; init; } public string? Name { get; set; } string F() => Name?.ToLower() ?? new "
        + "A { X = 1 }.X.ToString(); }")]
    [InlineData("struct P { public int X; public int Y; public P(int x, int y) { X = x; Y = y; } } class A { P F() => new(1, 2); }")]
    public void The_subset_that_works_passes(string snippet)
    {
        FirmwareImage image = FirmwareCompiler.Snippet(snippet);
        Assert.Empty(DeviceRules.All.SelectMany(rule => rule(image)));
    }

    private static string[] Errors(string snippet) =>
        FirmwareCompiler.Errors(new Dictionary<string, string> { ["snippet.cs"] = "using System;\n" + snippet });
}
