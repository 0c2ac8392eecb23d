using MagHopfield.NanoFramework.Tests.Image;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MagHopfield.NanoFramework.Tests.Rules;

/// <summary>
/// On the device <c>NaN &gt; x</c> and <c>NaN &gt;= x</c> are true (seen on its CLR), so that <c>!(value &gt; 0)</c>, which on .NET also
/// catches NaN, lets it pass there; <c>!(0 &lt; value)</c> catches it on both. The rule finds floating <c>&gt;</c> and <c>&gt;=</c>
/// inside a negation.
/// </summary>
internal static class NegatedGreater
{
    public static IEnumerable<Finding> Find(FirmwareImage image)
    {
        foreach (SyntaxTree tree in image.Compilation.SyntaxTrees)
        {
            SemanticModel model = image.Compilation.GetSemanticModel(tree);
            foreach (BinaryExpressionSyntax greater in tree.GetRoot().DescendantNodes().OfType<BinaryExpressionSyntax>())
            {
                if (!greater.IsKind(SyntaxKind.GreaterThanExpression) && !greater.IsKind(SyntaxKind.GreaterThanOrEqualExpression))
                    continue;
                bool floating = IsFloating(model.GetTypeInfo(greater.Left).ConvertedType)
                    || IsFloating(model.GetTypeInfo(greater.Right).ConvertedType);
                if (floating && IsNegated(greater))
                {
                    int line = greater.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
                    string member = model.GetEnclosingSymbol(greater.SpanStart)?.ToDisplayString() ?? "?";
                    yield return new Finding(
                        member,
                        tree.FilePath,
                        line,
                        $"negates {greater}, which on the device is true for NaN: write it with the smaller side first, by < or <=.");
                }
            }
        }
    }

    private static bool IsFloating(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single;

    private static bool IsNegated(SyntaxNode node) =>
        node.Ancestors().TakeWhile(a => a is ParenthesizedExpressionSyntax or BinaryExpressionSyntax or PrefixUnaryExpressionSyntax)
            .Any(a => a.IsKind(SyntaxKind.LogicalNotExpression));
}
